package org.openletter.posts.importing.html;

/// Raised and lowered text, which Markdown does not have. Numbers have characters of their own for
/// it; words are put in brackets.
final class SmallScript {

  private static final String PLAIN = "0123456789+-=()ni";
  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ";
  private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎";

  /// "1st", "n°", "TM" read as well without being raised.
  private static final int SHORT = 3;

  private static final int LONGEST = 12;

  private SmallScript() {}

  /// Raised text, as Markdown.
  static String raised(String text) {
    String raised = in(RAISED, text);
    if (!raised.isEmpty()) {
      return raised;
    }
    String words = MarkdownLines.inLine(text, false);
    return text.length() <= SHORT ? words : "^(" + words + ")";
  }

  /// Lowered text, as Markdown.
  static String lowered(String text) {
    String lowered = in(LOWERED, text);
    return lowered.isEmpty() ? "\\_(" + MarkdownLines.inLine(text, false) + ")" : lowered;
  }

  private static String in(String alphabet, String text) {
    if (text.length() > LONGEST) {
      return "";
    }
    StringBuilder small = new StringBuilder();
    for (char c : text.replace('−', '-').toCharArray()) {
      int at = PLAIN.indexOf(c);
      if (at < 0 || at >= alphabet.length()) {
        return "";
      }
      small.append(alphabet.charAt(at));
    }
    return small.toString();
  }
}
