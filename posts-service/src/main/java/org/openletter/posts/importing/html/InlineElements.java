package org.openletter.posts.importing.html;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jsoup.nodes.Element;

/// Which elements of a text stand inside a paragraph: by their name, and because nothing in them is
/// a paragraph of its own.
final class InlineElements {

  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "del", "dfn",
          "em", "font", "i", "img", "ins", "kbd", "label", "mark", "q", "s", "samp", "small",
          "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr");

  private final Set<Element> broken = Collections.newSetFromMap(new IdentityHashMap<>());

  /// Looks at all elements of a text, each once.
  void look(Element text, Cost cost) {
    for (Element element : text.getAllElements()) {
      cost.spend(1);
      Element at = INLINE.contains(element.normalName()) ? null : element.parent();
      // Whoever was marked before has marked what is around it.
      while (at != null && INLINE.contains(at.normalName()) && broken.add(at)) {
        cost.spend(1);
        at = at.parent();
      }
    }
  }

  boolean contains(Element element) {
    return INLINE.contains(element.normalName()) && !broken.contains(element);
  }
}
