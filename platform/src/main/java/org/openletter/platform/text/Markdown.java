package org.openletter.platform.text;

import java.util.List;
import java.util.Set;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.springframework.web.util.HtmlUtils;

/// The one renderer of what people write: CommonMark to a tree, the tree to HTML, and the sanitizer
/// last. Nothing touches the HTML afterwards. An article knows headings, rules and code beside what
/// a message knows: emphasis, quotes, lists and links. There are no images; an image becomes a link
/// to it.
public final class Markdown {

  /// Stored beside rendered HTML. Raise it when the output for the same source changes.
  public static final String VERSION = "2";

  /// Deeper trees are shown as plain text: nobody writes them by hand, and rendering recurses.
  private static final int DEEPEST = 60;

  private static final PolicyFactory MESSAGE_POLICY =
      policy("p", "br", "em", "strong", "blockquote", "ul", "ol", "li", "code");

  private static final PolicyFactory ARTICLE_POLICY =
      policy(
          "p",
          "br",
          "em",
          "strong",
          "blockquote",
          "ul",
          "ol",
          "li",
          "code",
          "pre",
          "hr",
          "h2",
          "h3",
          "h4");

  private final Parser articles =
      Parser.builder()
          .extensions(List.of(AutolinkExtension.create()))
          .enabledBlockTypes(
              Set.of(
                  Heading.class,
                  BlockQuote.class,
                  ListBlock.class,
                  ThematicBreak.class,
                  FencedCodeBlock.class))
          .maxOpenBlockParsers(DEEPEST)
          .build();

  private final Parser messages =
      Parser.builder()
          .extensions(List.of(AutolinkExtension.create()))
          .enabledBlockTypes(Set.of(BlockQuote.class, ListBlock.class))
          .maxOpenBlockParsers(DEEPEST)
          .build();

  private final HtmlRenderer articleHtml =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .sanitizeUrls(true)
          .omitSingleParagraphP(false)
          .build();

  // It is typed line by line: one line end is one line end.
  private final HtmlRenderer messageHtml =
      HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).softbreak("<br />\n").build();

  /// Renders a long text. Headings start at level 2, because the title of the page is level 1.
  public SafeHtml article(String source) {
    return html(articles.parse(source), source, articleHtml, ARTICLE_POLICY);
  }

  /// Renders a short text.
  public SafeHtml message(String source) {
    return html(messages.parse(source), source, messageHtml, MESSAGE_POLICY);
  }

  /// The beginning of an article as its readers see it, without marks of Markdown, on one line, cut
  /// between words, with an ellipsis when something was left out.
  public String excerpt(String source, int maxCodePoints) {
    String text = plain(source).replaceAll("\\s+", " ").strip();
    if (PlainText.length(text) <= maxCodePoints) {
      return text;
    }
    String cut = text.substring(0, text.offsetByCodePoints(0, maxCodePoints));
    int space = cut.lastIndexOf(' ');
    return (space > cut.length() / 2 ? cut.substring(0, space) : cut).strip() + "…";
  }

  /// How many words a reader reads.
  public int words(String source) {
    int words = 0;
    boolean inside = false;
    for (int i = 0, c; i < source.length(); i += Character.charCount(c)) {
      c = source.codePointAt(i);
      boolean letter = Character.isLetterOrDigit(c);
      if (letter && !inside) {
        words++;
      }
      // An apostrophe or a hyphen joins what stands around it.
      inside = letter || inside && (c == '\'' || c == '’' || c == '-');
    }
    return words;
  }

  /// Whether a reader would see nothing of it: no letter, no sign, no picture. A link without words
  /// is nothing to see, and neither is an entity for a space.
  public boolean blank(String source) {
    Node tree = articles.parse(source);
    return tooDeep(tree) ? PlainText.blank(source) : ReadText.nothingToSee(tree);
  }

  private String plain(String source) {
    Node tree = articles.parse(source);
    return tooDeep(tree) ? source : ReadText.of(tree);
  }

  private static SafeHtml html(
      Node tree, String source, HtmlRenderer renderer, PolicyFactory policy) {
    if (tooDeep(tree)) {
      return new SafeHtml(policy.sanitize("<p>" + HtmlUtils.htmlEscape(source) + "</p>"));
    }
    prepare(tree);
    return new SafeHtml(policy.sanitize(renderer.render(tree)));
  }

  private static boolean tooDeep(Node tree) {
    int depth = 0;
    Node at = tree;
    while (at != null) {
      if (depth > DEEPEST) {
        return true;
      }
      if (at.getFirstChild() != null) {
        at = at.getFirstChild();
        depth++;
      } else {
        while (at != null && !at.equals(tree) && at.getNext() == null) {
          at = at.getParent();
          depth--;
        }
        at = at == null || at.equals(tree) ? null : at.getNext();
      }
    }
    return false;
  }

  // The tree is at most DEEPEST deep here, so recursion is safe.
  private static void prepare(Node node) {
    Node child = node.getFirstChild();
    while (child != null) {
      Node next = child.getNext();
      prepare(child);
      switch (child) {
        case Heading heading -> heading.setLevel(Math.clamp(heading.getLevel(), 2, 4));
        case Image image -> linkTo(image);
        case Link link -> sayWhere(link);
        case Text text -> text.setLiteral(PlainText.shown(text.getLiteral()));
        case Code code -> code.setLiteral(PlainText.shown(code.getLiteral()));
        case FencedCodeBlock code -> code.setLiteral(PlainText.shown(code.getLiteral()));
        case HtmlInline html -> html.setLiteral(PlainText.shown(html.getLiteral()));
        case HtmlBlock html -> html.setLiteral(PlainText.shown(html.getLiteral()));
        default -> {}
      }
      child = next;
    }
  }

  private static void linkTo(Image image) {
    Link link = new Link(image.getDestination(), null);
    Node alt = image.getFirstChild();
    if (alt == null) {
      link.appendChild(new Text(image.getDestination()));
    }
    while (alt != null) {
      Node next = alt.getNext();
      link.appendChild(alt);
      alt = next;
    }
    image.insertAfter(link);
    image.unlink();
    sayWhere(link);
  }

  private static void sayWhere(Link link) {
    LinkEnds.note(link).ifPresent(note -> link.insertAfter(new Text(PlainText.shown(note))));
  }

  private static PolicyFactory policy(String... elements) {
    return new HtmlPolicyBuilder()
        .allowElements(elements)
        .allowElements("a")
        .allowAttributes("href")
        .onElements("a")
        .allowUrlProtocols("https", "http", "mailto")
        .requireRelsOnLinks("nofollow", "ugc", "noopener", "noreferrer")
        .toFactory();
  }
}
