package org.openletter.posts.importing.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Turns paragraphs and what else stands on lines of its own into blocks of Markdown.
final class BlockMarkdown {

  /// The separator that letters have always used.
  static final String RULE = "-----";

  private static final Pattern RULE_LINE =
      Pattern.compile("(?:-{3,}|={3,}|_{3,}|\\*{3,}|(?:[-*_] ){2,}[-*_])");

  /// Deeper HTML is taken as its text: the renderer would not show more levels.
  private static final int DEEPEST = 40;

  private static final Set<String> DROPPED =
      Set.of(
          "script",
          "style",
          "form",
          "input",
          "button",
          "select",
          "textarea",
          "noscript",
          "template",
          "svg",
          "math",
          "head",
          "title",
          "canvas",
          "map",
          "param",
          "source",
          "track");

  private static final Set<String> EMBEDS = Set.of("iframe", "video", "audio", "embed", "object");

  /// The longest line that may be a rule; longer ones are words.
  private static final int LONGEST_RULE = 200;

  private final boolean letter;
  private final Cost cost;
  private final InlineMarkdown inline;
  private final InlineElements inlines = new InlineElements();

  private int embeds;

  /// @param letter whether headings and rules belong here
  BlockMarkdown(boolean letter, Cost cost, InlineMarkdown inline) {
    this.letter = letter;
    this.cost = cost;
    this.inline = inline;
  }

  /// How many films and frames became links.
  int embeds() {
    return embeds;
  }

  /// @param bareLines whether line ends in bare text mean something here
  List<String> of(Element text, boolean bareLines) {
    inlines.look(text, cost);
    return blocks(text, bareLines, 0);
  }

  private List<String> blocks(Element parent, boolean bareLines, int depth) {
    List<String> blocks = new ArrayList<>();
    List<Node> run = new ArrayList<>();
    for (Node child : parent.childNodes()) {
      cost.spend(1);
      if (child instanceof TextNode
          || child instanceof Element element && inlines.contains(element)) {
        run.add(child);
      } else if (child instanceof Element element) {
        addParagraphs(run, bareLines, blocks);
        addBlock(element, bareLines, depth, blocks);
      }
    }
    addParagraphs(run, bareLines, blocks);
    return blocks;
  }

  private void addBlock(Element element, boolean bareLines, int depth, List<String> blocks) {
    String tag = element.normalName();
    if (DROPPED.contains(tag)) {
      return;
    }
    if (depth > DEEPEST) {
      addLines(MarkdownLines.inLine(element.text(), false), blocks);
      return;
    }
    switch (tag) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> addHeading(element, tag.charAt(1), blocks);
      case "hr" -> {
        if (letter) {
          blocks.add(RULE);
        }
      }
      case "blockquote" -> {
        List<String> inside = blocks(element, bareLines, depth + 1);
        if (!inside.isEmpty()) {
          blocks.add(prefix(String.join("\n\n", inside), "> ", "> "));
        }
      }
      case "ul", "ol" -> addList(element, depth, blocks);
      case "pre" -> addCode(element, blocks);
      case "tr" -> addRow(element, blocks);
      default -> {
        if (EMBEDS.contains(tag)) {
          addEmbed(element, blocks);
        } else {
          boolean paragraph = Set.of("p", "li", "td", "dt", "dd", "figcaption").contains(tag);
          blocks.addAll(blocks(element, bareLines && !paragraph, depth + 1));
        }
      }
    }
  }

  private void addParagraphs(List<Node> run, boolean bareLines, List<String> blocks) {
    if (!run.isEmpty()) {
      addLines(inline.of(run, bareLines), blocks);
      run.clear();
    }
  }

  // One line end is a line end of the text, two are the end of a paragraph.
  private void addLines(String text, List<String> blocks) {
    for (String paragraph : text.split("\n{2,}", -1)) {
      List<String> lines = new ArrayList<>();
      for (String line : paragraph.split("\n", -1)) {
        String stripped = line.strip();
        if (letter
            && stripped.length() <= LONGEST_RULE
            && RULE_LINE.matcher(stripped.replace("\\", "")).matches()) {
          addLines(lines, blocks);
          blocks.add(RULE);
        } else if (!stripped.isEmpty()) {
          lines.add(MarkdownLines.atStart(stripped));
        }
      }
      addLines(lines, blocks);
    }
  }

  private void addLines(List<String> lines, List<String> blocks) {
    if (!lines.isEmpty()) {
      // In a letter a line end alone is only a space; two spaces before it keep it.
      blocks.add(String.join(letter ? "  \n" : "\n", lines));
      lines.clear();
    }
  }

  private void addHeading(Element element, char level, List<String> blocks) {
    String text = inline.of(element.childNodes(), false).replace('\n', ' ').strip();
    if (text.isEmpty()) {
      return;
    }
    if (letter) {
      // The title of the page is level 1.
      int marks = Math.clamp(level - '0', 2, 4);
      blocks.add("#".repeat(marks) + " " + text);
    } else {
      blocks.add(text.contains("*") ? text : "**" + text + "**");
    }
  }

  private void addList(Element list, int depth, List<String> blocks) {
    boolean ordered = list.normalName().equals("ol");
    List<String> items = new ArrayList<>();
    for (Element item : list.children()) {
      List<String> inside = blocks(item, false, depth + 1);
      if (!inside.isEmpty()) {
        String mark = ordered ? items.size() + 1 + ". " : "* ";
        items.add(prefix(tight(inside), mark, " ".repeat(mark.length())));
      }
    }
    if (!items.isEmpty()) {
      blocks.add(String.join("\n", items));
    }
  }

  // A list inside an item follows it without an empty line, so that the list stays tight.
  private static String tight(List<String> blocks) {
    return blocks.size() == 2 && blocks.getLast().matches("(?s)(?:\\* |1\\. ).*")
        ? String.join("\n", blocks)
        : String.join("\n\n", blocks);
  }

  // Every level writes all lines of what is inside it once more.
  private String prefix(String text, String first, String following) {
    cost.spend(text.length() + following.length() * text.chars().filter(c -> c == '\n').count());
    return MarkdownLines.prefix(text, first, following);
  }

  private void addCode(Element element, List<String> blocks) {
    String text = element.wholeText().stripTrailing();
    if (text.isBlank()) {
      return;
    }
    if (letter) {
      String fence = "```";
      while (text.contains(fence)) {
        fence += "`";
      }
      blocks.add(fence + "\n" + text + "\n" + fence);
    } else {
      addLines(MarkdownLines.inLine(text, false), blocks);
    }
  }

  private void addRow(Element row, List<String> blocks) {
    String cells =
        row.children().stream()
            .map(cell -> inline.of(cell.childNodes(), false).replace('\n', ' ').strip())
            .filter(cell -> !cell.isEmpty())
            .collect(Collectors.joining(" | "));
    addLines(cells, blocks);
  }

  private void addEmbed(Element element, List<String> blocks) {
    String source = element.absUrl("src");
    if (source.isEmpty()) {
      source = element.select("[src]").stream().findFirst().map(e -> e.absUrl("src")).orElse("");
    }
    WebAddress.safe(source)
        .ifPresent(url -> {
          embeds++;
          blocks.add("<" + url + ">");
        });
  }
}
