package org.openletter.posts.importing.html;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Turns what stands inside a paragraph into Markdown.
final class InlineMarkdown {

  /// How the old site leads back from a footnote.
  private static final Set<String> BACK = Set.of("↩", "↩\uFE0E", "↩\uFE0F", "↑", "^", "⤴");

  private final Cost cost;

  // Each run of spaces is walked once, from its beginning: a million of them are no work.
  static final Pattern LINE_END = Pattern.compile("(?:\\G|(?<![ \\t]))[ \\t]*+\\r?\\n[ \\t]*+");

  private int images;
  private int struck;
  private int footnotes;

  InlineMarkdown(Cost cost) {
    this.cost = cost;
  }

  /// How many images became links.
  int images() {
    return images;
  }

  /// How many passages were struck out.
  int struck() {
    return struck;
  }

  /// How many numbers of footnotes there were.
  int footnotes() {
    return footnotes;
  }

  /// Converts neighbours in one paragraph. A line end in the result is one that must stay.
  String of(List<Node> nodes, boolean bareLines) {
    StringBuilder text = new StringBuilder();
    for (Node node : nodes) {
      append(node, text, new Inside(bareLines, false, false, false, false));
    }
    return LINE_END.matcher(text).replaceAll("\n").strip();
  }

  private void append(Node node, StringBuilder text, Inside inside) {
    cost.spend(1);
    if (node instanceof TextNode words) {
      appendWords(words.getWholeText(), text, inside);
    } else if (node instanceof Element element) {
      switch (element.normalName()) {
        case "br" -> text.append('\n');
        case "img" -> appendImage(element, text, inside);
        case "a" -> appendLink(element, text, inside);
        case "b", "strong" -> {
          if (inside.strong()) {
            appendAll(element, text, inside);
          } else {
            emphasize(element, text, inside.strongly(), "**");
          }
        }
        case "i", "em", "cite" -> {
          if (inside.emphasis()) {
            appendAll(element, text, inside);
          } else {
            emphasize(element, text, inside.emphasized(), "*");
          }
        }
        case "code", "kbd", "samp", "tt" -> appendCode(element.text(), text);
        case "sup" -> appendRaised(element, text, inside);
        case "sub" -> {
          String words = element.text().strip();
          cost.spend(words.length());
          text.append(words.isEmpty() ? "" : SmallScript.lowered(words));
        }
        case "del", "s", "strike" -> strike(element, text, inside);
        case "q" -> {
          text.append('“');
          appendAll(element, text, inside);
          text.append('”');
        }
        default -> appendAll(element, text, inside);
      }
    }
  }

  private void appendAll(Element element, StringBuilder text, Inside inside) {
    for (Node child : element.childNodes()) {
      append(child, text, inside);
    }
  }

  // The number of a footnote leads to another place of the page, which is here under its text.
  private void appendRaised(Element element, StringBuilder text, Inside inside) {
    String words = element.text().strip();
    cost.spend(words.length());
    if (words.isEmpty()) {
      return;
    }
    Element link = element.selectFirst("a[href^=#]");
    if (link == null && !element.hasAttr("data-fn")) {
      text.append(SmallScript.raised(words));
      return;
    }
    footnotes++;
    String number = words.replaceAll("[\\[\\]]", "");
    text.append(inside.link() ? "\\[" : "[")
        .append(MarkdownLines.inLine(number, true))
        .append(inside.link() ? "\\]" : "]");
  }

  // Words that were taken back must not read like words that stand.
  private void strike(Element element, StringBuilder text, Inside inside) {
    if (element.text().isBlank() || inside.struck()) {
      appendAll(element, text, inside);
      return;
    }
    struck++;
    text.append("~~");
    appendAll(element, text, inside.struckOut());
    text.append("~~");
  }

  private void appendWords(String words, StringBuilder text, Inside inside) {
    cost.spend(words.length());
    String spaced = MarkdownLines.oneSpace(words, inside.bareLines());
    boolean atSpace = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
    String escaped = MarkdownLines.inLine(spaced, inside.link());
    text.append(atSpace && escaped.startsWith(" ") ? escaped.substring(1) : escaped);
  }

  // Marks that would not be read as emphasis where they stand are left out rather than shown.
  private void emphasize(Element element, StringBuilder text, Inside inside, String mark) {
    StringBuilder inner = new StringBuilder();
    appendAll(element, inner, inside);
    String words = inner.toString();
    cost.spend(words.length());
    String core = words.strip();
    boolean opens =
        !core.isEmpty()
            && !core.contains("\n\n")
            && (!punctuation(core.charAt(0)) || words.startsWith(" ") || !letterBefore(text));
    boolean closes =
        !core.isEmpty()
            && (!punctuation(core.charAt(core.length() - 1))
                || words.endsWith(" ")
                || !NextLetter.follows(element, cost));
    if (!opens || !closes || endsWith(text, '*')) {
      text.append(words);
      return;
    }
    int start = words.indexOf(core);
    text.append(words, 0, start).append(mark).append(core).append(mark);
    text.append(words.substring(start + core.length()));
  }

  private void appendLink(Element element, StringBuilder text, Inside inside) {
    StringBuilder inner = new StringBuilder();
    appendAll(element, inner, inside.linked());
    String words = inner.toString().replace('\n', ' ').strip();
    cost.spend(words.length());
    if (element.attr("href").startsWith("#")) {
      // Leads to another place of the old page; back from a footnote is no word at all.
      text.append(BACK.contains(words) ? "" : inner);
      return;
    }
    Optional<String> target = WebAddress.safe(element.absUrl("href")).filter(_ -> !inside.link());
    if (target.isEmpty() || words.isEmpty()) {
      text.append(inner);
      return;
    }
    appendTarget(words, element.text().strip(), target.get(), text);
  }

  private void appendImage(Element element, StringBuilder text, Inside inside) {
    images++;
    String alt = element.attr("alt").strip();
    String words = MarkdownLines.inLine(alt.isEmpty() ? "Image" : alt, true);
    Optional<String> target = WebAddress.safe(element.absUrl("src")).filter(_ -> !inside.link());
    if (target.isPresent()) {
      appendTarget(words, alt, target.get(), text);
    } else {
      text.append(words);
    }
  }

  private static void appendTarget(String words, String plain, String target, StringBuilder text) {
    if (plain.equals(target)) {
      text.append('<').append(target).append('>');
      return;
    }
    if (endsWith(text, '!')) {
      // An exclamation mark before a link would make an image of it.
      text.insert(text.length() - 1, '\\');
    }
    text.append('[').append(words).append("](").append(target).append(')');
  }

  private static void appendCode(String code, StringBuilder text) {
    if (code.isBlank()) {
      return;
    }
    String mark = code.contains("`") ? "``" : "`";
    text.append(mark).append(code.contains("`") ? " " + code + " " : code).append(mark);
  }

  private static boolean letterBefore(StringBuilder text) {
    return !text.isEmpty() && Character.isLetterOrDigit(text.charAt(text.length() - 1));
  }

  private static boolean endsWith(StringBuilder text, char c) {
    return !text.isEmpty() && text.charAt(text.length() - 1) == c;
  }

  private static boolean punctuation(char c) {
    return !Character.isLetterOrDigit(c) && !Character.isWhitespace(c);
  }
}
