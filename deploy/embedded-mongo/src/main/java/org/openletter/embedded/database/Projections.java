package org.openletter.embedded.database;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.refusal.NotAvailable;

/// Which fields of a document are wanted. What the library answers wrongly is refused.
final class Projections {

  private Projections() {}

  /// Null when all of a document is wanted.
  static @Nullable Document of(Document fields) {
    boolean includes = false;
    boolean slices = false;
    for (String name : fields.keySet()) {
      Object value = fields.get(name);
      boolean plain = value instanceof Number || value instanceof Boolean;
      if (!(plain || isSlice(value) || isElement(value)) || name.endsWith(".$")) {
        throw new NotAvailable("a projection with an expression or a position");
      }
      includes |= plain && Utils.isTrue(value) && !name.equals("_id");
      slices |= isSlice(value);
    }
    if (slices && !includes) {
      throw new NotAvailable("a projection with '$slice' that names no field to include");
    }
    return fields.isEmpty() ? null : fields;
  }

  private static boolean isSlice(@Nullable Object value) {
    return value instanceof Document operator && operator.keySet().equals(Set.of("$slice"));
  }

  /// The library matches documents in an array only, not other values.
  private static boolean isElement(@Nullable Object value) {
    return value instanceof Document operator
        && operator.keySet().equals(Set.of("$elemMatch"))
        && operator.get("$elemMatch") instanceof Document element
        && element.keySet().stream().noneMatch(name -> name.startsWith("$"));
  }

  /// The projected documents with their fields in the order in which they are stored.
  static List<Document> inOrder(List<Document> stored, List<Document> projected) {
    List<Document> ordered = new ArrayList<>();
    for (int i = 0; i < projected.size(); i++) {
      Document part = projected.get(i);
      Document whole = new Document();
      for (String name : stored.get(i).keySet()) {
        if (part.containsKey(name)) {
          whole.put(name, part.get(name));
        }
      }
      ordered.add(whole);
    }
    return ordered;
  }
}
