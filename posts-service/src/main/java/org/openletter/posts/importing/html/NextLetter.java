package org.openletter.posts.importing.html;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// Looks whether a word goes on behind an element.
final class NextLetter {

  private NextLetter() {}

  /// Whether the neighbour of an element begins with a letter or digit.
  static boolean follows(Element element, Cost cost) {
    Node neighbour = element.nextSibling();
    for (Node at = neighbour; at != null; at = next(at, neighbour)) {
      cost.spend(1);
      if (at instanceof TextNode words && !words.getWholeText().isEmpty()) {
        return Character.isLetterOrDigit(words.getWholeText().charAt(0));
      }
    }
    return false;
  }

  // In the order of the text, within `top`.
  private static @Nullable Node next(Node at, @Nullable Node top) {
    if (at.childNodeSize() > 0) {
      return at.childNode(0);
    }
    Node up = at;
    while (up != null && !up.equals(top)) {
      Node next = up.nextSibling();
      if (next != null) {
        return next;
      }
      up = up.parent();
    }
    return null;
  }
}
