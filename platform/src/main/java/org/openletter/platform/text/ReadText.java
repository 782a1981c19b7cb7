package org.openletter.platform.text;

import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/// The words of a parsed text as a reader sees them: no signs for points, quotations, headings or
/// rules, and no addresses of links.
final class ReadText {

  private final StringBuilder words = new StringBuilder();

  private ReadText() {}

  /// All of it. What stands in blocks of their own is set apart by line ends.
  static String of(Node tree) {
    ReadText read = new ReadText();
    for (Node at = tree; at != null; at = following(at, tree)) {
      read.add(at);
    }
    return read.words.toString();
  }

  private void add(Node node) {
    switch (node) {
      case Text text -> words.append(PlainText.shown(text.getLiteral()));
      case Code code -> words.append(PlainText.shown(code.getLiteral()));
      case FencedCodeBlock code -> apart(code.getLiteral());
      case HtmlBlock html -> apart(html.getLiteral());
      // Shown as it was typed, like every element of HTML.
      case HtmlInline html -> words.append(PlainText.shown(html.getLiteral()));
      // It is shown as a link: with the words for it, else with its address.
      case Image image when image.getFirstChild() == null ->
          words.append(PlainText.shown(image.getDestination()));
      case SoftLineBreak _, HardLineBreak _ -> words.append('\n');
      case Block _ -> words.append('\n');
      default -> {}
    }
  }

  private void apart(String literal) {
    words.append('\n').append(PlainText.shown(literal)).append('\n');
  }

  /// Whether it holds no letter, no sign and no picture.
  static boolean nothingToSee(Node tree) {
    for (Node at = tree; at != null; at = following(at, tree)) {
      boolean shows =
          switch (at) {
            case Text text -> !PlainText.blank(text.getLiteral());
            case Code code -> !PlainText.blank(code.getLiteral());
            case FencedCodeBlock code -> !PlainText.blank(code.getLiteral());
            case HtmlInline html -> !PlainText.blank(html.getLiteral());
            case HtmlBlock html -> !PlainText.blank(html.getLiteral());
            case Image _ -> true;
            default -> false;
          };
      if (shows) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Node following(Node node, Node tree) {
    if (node.getFirstChild() != null) {
      return node.getFirstChild();
    }
    Node at = node;
    while (at != null && !at.equals(tree) && at.getNext() == null) {
      at = at.getParent();
    }
    return at == null || at.equals(tree) ? null : at.getNext();
  }
}
