package org.openletter.posts.html;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Turns what stands inside a paragraph into Markdown.
final class InlineMarkdown {

  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "del", "dfn",
          "em", "font", "i", "img", "ins", "kbd", "label", "mark", "q", "s", "samp", "small",
          "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr");

  // Each run of spaces is walked once, from its beginning: a million of them are no work.
  static final Pattern LINE_END = Pattern.compile("(?:\\G|(?<![ \\t]))[ \\t]*+\\r?\\n[ \\t]*+");

  private int images;

  /// How many images became links.
  int images() {
    return images;
  }

  static boolean isInline(Element element) {
    return element.getAllElements().stream().allMatch(e -> INLINE.contains(e.normalName()));
  }

  /// Converts neighbours in one paragraph. A line end in the result is one that must stay.
  String of(List<Node> nodes, boolean bareLines) {
    StringBuilder text = new StringBuilder();
    for (Node node : nodes) {
      append(node, text, new Inside(bareLines, false, false, false));
    }
    return LINE_END.matcher(text).replaceAll("\n").strip();
  }

  private void append(Node node, StringBuilder text, Inside inside) {
    if (node instanceof TextNode words) {
      appendWords(words.getWholeText(), text, inside);
    } else if (node instanceof Element element) {
      switch (element.normalName()) {
        case "br" -> text.append('\n');
        case "img" -> appendImage(element, text, inside);
        case "a" -> appendLink(element, text, inside);
        case "b", "strong" -> {
          if (inside.strong) {
            appendAll(element, text, inside);
          } else {
            emphasize(element, text, inside.strongly(), "**");
          }
        }
        case "i", "em", "cite" -> {
          if (inside.emphasis) {
            appendAll(element, text, inside);
          } else {
            emphasize(element, text, inside.emphasized(), "*");
          }
        }
        case "code", "kbd", "samp", "tt" -> appendCode(element.text(), text);
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

  private static void appendWords(String words, StringBuilder text, Inside inside) {
    String spaced =
        inside.bareLines
            ? LINE_END.matcher(words).replaceAll("\n").replaceAll("[ \\t]+", " ")
            : words.replaceAll("[ \\t\\r\\n]+", " ");
    boolean atSpace = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
    String escaped = MarkdownLines.inLine(spaced, inside.link);
    text.append(atSpace && escaped.startsWith(" ") ? escaped.substring(1) : escaped);
  }

  // Marks that would not be read as emphasis where they stand are left out rather than shown.
  private void emphasize(Element element, StringBuilder text, Inside inside, String mark) {
    StringBuilder inner = new StringBuilder();
    appendAll(element, inner, inside);
    String words = inner.toString();
    String core = words.strip();
    boolean opens =
        !core.isEmpty()
            && !core.contains("\n\n")
            && (!punctuation(core.charAt(0)) || words.startsWith(" ") || !letterBefore(text));
    boolean closes =
        !core.isEmpty()
            && (!punctuation(core.charAt(core.length() - 1))
                || words.endsWith(" ")
                || !letterAfter(element));
    if (!opens || !closes || text.toString().endsWith("*")) {
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
    Optional<String> target = safe(element.absUrl("href")).filter(_ -> !inside.link);
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
    Optional<String> target = safe(element.absUrl("src")).filter(_ -> !inside.link);
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
    if (text.toString().endsWith("!")) {
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

  /// The address as a link may have it; empty when it does not lead to the web or to a mailbox.
  static Optional<String> safe(String address) {
    String url =
        address
            .strip()
            .replace(" ", "%20")
            .replace("(", "%28")
            .replace(")", "%29")
            .replace("<", "%3C")
            .replace(">", "%3E")
            .replace("\\", "%5C")
            .replaceAll("[\\p{Cntrl}]", "");
    try {
      String scheme = URI.create(url).getScheme();
      return scheme != null
              && Set.of("http", "https", "mailto")
                  .contains(scheme.toLowerCase(java.util.Locale.ROOT))
          ? Optional.of(url)
          : Optional.empty();
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  private static boolean letterBefore(StringBuilder text) {
    return !text.isEmpty() && Character.isLetterOrDigit(text.charAt(text.length() - 1));
  }

  private static boolean letterAfter(Element element) {
    Node next = element.nextSibling();
    String text = next instanceof TextNode words ? words.getWholeText() : "";
    if (next instanceof Element following) {
      text = following.text();
    }
    return !text.isEmpty() && Character.isLetterOrDigit(text.charAt(0));
  }

  private static boolean punctuation(char c) {
    return !Character.isLetterOrDigit(c) && !Character.isWhitespace(c);
  }

  /// What the current text stands inside of.
  private record Inside(boolean bareLines, boolean link, boolean strong, boolean emphasis) {

    private Inside linked() {
      return new Inside(bareLines, true, strong, emphasis);
    }

    private Inside strongly() {
      return new Inside(bareLines, link, true, emphasis);
    }

    private Inside emphasized() {
      return new Inside(bareLines, link, strong, true);
    }
  }
}
