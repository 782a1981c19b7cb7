package org.openletter.embedded.scan;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.key.Key;
import org.openletter.embedded.key.KeyOrder;

/// The order a query asks for. An array counts as its least element, or its greatest when the order
/// is descending; an empty one comes before null.
final class DocumentOrder implements Comparator<Document> {

  private final Document sort;

  DocumentOrder(Document sort) {
    this.sort = sort;
  }

  @Override
  public int compare(Document left, Document right) {
    for (String field : sort.keySet()) {
      boolean descending = !(sort.get(field) instanceof Number n) || n.doubleValue() < 0;
      int order = KeyOrder.compare(value(left, field, descending), value(right, field, descending));
      if (order != 0) {
        return descending ? -order : order;
      }
    }
    return 0;
  }

  private static @Nullable Object value(Document document, String field, boolean greatest) {
    Object value = Utils.getSubdocumentValueCollectionAware(document, field);
    if (!(value instanceof Collection<?> elements)) {
      return value;
    }
    if (elements.isEmpty()) {
      return Key.beforeTypeOf(null);
    }
    return greatest
        ? Collections.max(elements, KeyOrder::compare)
        : Collections.min(elements, KeyOrder::compare);
  }
}
