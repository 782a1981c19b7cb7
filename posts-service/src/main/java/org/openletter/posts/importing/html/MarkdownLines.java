package org.openletter.posts.importing.html;

import java.util.regex.Pattern;

/// Escapes characters that would mean something in Markdown, and only where they would, so that the
/// text stays pleasant to edit; and puts marks before lines.
final class MarkdownLines {

  private static final Pattern START =
      Pattern.compile("(?=[#>+~=-])(#{1,6}(?=\\s|$)|>|[+-](?=\\s|$)|~{3,}|=+$|-+$)");

  private static final Pattern NUMBER = Pattern.compile("([0-9]{1,9})([.)])(?=\\s|$)");

  private static final Pattern ENTITY = Pattern.compile("&#?[A-Za-z0-9]{1,31};");

  private MarkdownLines() {}

  /// Escapes what would mean something in the middle of a line.
  static String inLine(String text, boolean inLink) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char before = i == 0 ? ' ' : text.charAt(i - 1);
      char after = i + 1 == text.length() ? ' ' : text.charAt(i + 1);
      boolean means =
          switch (c) {
            case '\\', '`', '*' -> true;
            case '_' -> !Character.isLetterOrDigit(before) || !Character.isLetterOrDigit(after);
            case '[' -> inLink;
            case ']' -> inLink || after == '(' || after == '[' || after == ':';
            case '<' -> Character.isLetter(after) || after == '/' || after == '!' || after == '?';
            case '&' -> ENTITY.matcher(text).region(i, text.length()).lookingAt();
            default -> false;
          };
      escaped.append(means ? "\\" : "").append(c);
    }
    return escaped.toString();
  }

  /// Escapes what would mean something at the start of a line.
  static String atStart(String line) {
    if (START.matcher(line).lookingAt()) {
      return "\\" + line;
    }
    var number = NUMBER.matcher(line);
    return number.lookingAt() ? number.group(1) + "\\" + line.substring(number.end(1)) : line;
  }

  /// Puts something before the first line of a block and before its following ones.
  static String prefix(String text, String first, String following) {
    String[] lines = text.split("\n", -1);
    StringBuilder prefixed = new StringBuilder();
    for (int i = 0; i < lines.length; i++) {
      prefixed.append(i == 0 ? "" : "\n");
      prefixed.append((i == 0 ? first : lines[i].isEmpty() ? following.strip() : following));
      prefixed.append(lines[i]);
    }
    return prefixed.toString();
  }

  /// Makes one space of every run of spaces and tabs, and of line ends too where they mean nothing.
  static String oneSpace(String text, boolean keepLines) {
    String lines = keepLines ? InlineMarkdown.LINE_END.matcher(text).replaceAll("\n") : text;
    StringBuilder spaced = new StringBuilder(lines.length());
    boolean space = false;
    for (int i = 0; i < lines.length(); i++) {
      char c = lines.charAt(i);
      boolean white = c == ' ' || c == '\t' || !keepLines && (c == '\n' || c == '\r');
      if (!white) {
        spaced.append(c);
      } else if (!space) {
        spaced.append(' ');
      }
      space = white;
    }
    return spaced.toString();
  }
}
