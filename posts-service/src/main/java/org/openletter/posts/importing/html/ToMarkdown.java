package org.openletter.posts.importing.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;

/// Turns the HTML of WordPress into Markdown that says the same. WordPress stores posts in three
/// ways that mix: paragraphs as elements, blocks between comments, and bare lines where an empty
/// line ends a paragraph.
public final class ToMarkdown {

  private final Cost cost = new Cost();
  private final InlineMarkdown inline = new InlineMarkdown(cost);
  private final BlockMarkdown blocks;

  private ToMarkdown(boolean letter) {
    this.blocks = new BlockMarkdown(letter, cost, inline);
  }

  /// Converts the body of a post. Empty when it takes more work than any text of people.
  ///
  /// @param base the address of the post, for links that begin in the middle
  /// @param footnotes what stands beside the text
  public static Optional<Converted> letter(String html, String base, List<Footnote> footnotes) {
    boolean elements = html.contains("<!-- wp:");
    Shortcodes without = Shortcodes.takeFrom(html);
    try {
      ToMarkdown convert = new ToMarkdown(true);
      List<String> all = convert.convert(without.html(), base, !elements);
      all.addAll(convert.notes(footnotes, base));
      return Optional.of(convert.converted(all, without.lost()));
    } catch (Cost.TooMuch endless) {
      return Optional.empty();
    }
  }

  /// Converts a comment. Headings become emphasis and rules are dropped. Empty when it takes more
  /// work than any text of people.
  public static Optional<Converted> comment(String html) {
    try {
      ToMarkdown convert = new ToMarkdown(false);
      return Optional.of(convert.converted(convert.convert(html, "", true), Map.of()));
    } catch (Cost.TooMuch endless) {
      return Optional.empty();
    }
  }

  private List<String> convert(String html, String base, boolean bareLines) {
    return blocks.of(Jsoup.parseBodyFragment(html, base).body(), bareLines);
  }

  private List<String> notes(List<Footnote> footnotes, String base) {
    List<String> notes = new ArrayList<>();
    for (int i = 0; i < footnotes.size(); i++) {
      List<String> note = convert(footnotes.get(i).html(), base, true);
      if (!note.isEmpty()) {
        notes.add("[" + (i + 1) + "] " + String.join("\n\n", note));
      }
    }
    if (!notes.isEmpty()) {
      notes.addFirst(BlockMarkdown.RULE);
    }
    return notes;
  }

  private Converted converted(List<String> all, Map<String, Integer> shortcodes) {
    return new Converted(
        String.join("\n\n", all),
        inline.images(),
        blocks.embeds(),
        inline.struck(),
        inline.footnotes(),
        shortcodes,
        cost.spent());
  }

  /// Markdown, and what looks different from the HTML.
  ///
  /// @param images how many became links
  /// @param embeds how many films and frames became links
  /// @param struck how many passages were struck out
  /// @param footnotes how many numbers of footnotes there are
  /// @param shortcodes what plug-ins showed, by name, and how often
  /// @param steps what the conversion cost
  public record Converted(
      String markdown,
      int images,
      int embeds,
      int struck,
      int footnotes,
      Map<String, Integer> shortcodes,
      long steps) {}
}
