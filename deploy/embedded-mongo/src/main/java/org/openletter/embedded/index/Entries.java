package org.openletter.embedded.index;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.key.Key;
import org.openletter.embedded.key.KeyOrder;
import org.openletter.embedded.key.KeyType;
import org.openletter.embedded.refusal.NotAvailable;

/// The entries one document has in an index: one, or one for each element of an array.
///
/// @param keys in index order, without repetitions
/// @param multikey whether an indexed field holds an array
/// @param empty whether the document has none of the indexed fields
record Entries(TreeSet<Key> keys, boolean multikey, boolean empty) {

  static Entries none(KeyType order) {
    return new Entries(new TreeSet<>(order), false, true);
  }

  /// The entries of a document under these parts, of which the last may be the id.
  static Entries of(Document document, List<IndexField> parts, KeyType order, boolean unique) {
    List<List<@Nullable Object>> choices = new ArrayList<>();
    Set<String> arrays = new LinkedHashSet<>();
    int arrayFields = 0;
    boolean empty = true;
    for (IndexField part : parts) {
      Object value = Utils.getSubdocumentValueCollectionAware(document, part.name());
      empty &= value instanceof Missing || part.name().equals("_id");
      if (value instanceof Collection<?> elements) {
        arrayFields++;
        arrays.add(pathOfArray(document, part.name()));
        choices.add(distinct(elements));
      } else {
        choices.add(Collections.singletonList(value));
      }
    }
    if (arrays.size() > 1) {
      throw new CannotIndexParallelArraysError(arrays);
    }
    if (unique && arrayFields > 1) {
      throw new NotAvailable("a unique index over several fields of one array");
    }
    TreeSet<Key> keys = new TreeSet<>(order);
    combine(choices, new Object[choices.size()], 0, keys);
    return new Entries(keys, arrayFields > 0, empty);
  }

  /// An empty array still has an entry, as null: else a search by the other fields would miss it.
  private static List<@Nullable Object> distinct(Collection<?> elements) {
    TreeSet<@Nullable Object> sorted = new TreeSet<>(KeyOrder::compare);
    sorted.addAll(elements);
    return sorted.isEmpty() ? Collections.singletonList(null) : new ArrayList<>(sorted);
  }

  private static void combine(
      List<List<@Nullable Object>> choices,
      @Nullable Object[] chosen,
      int position,
      TreeSet<Key> keys) {
    if (position == choices.size()) {
      keys.add(new Key(chosen.clone()));
      return;
    }
    for (Object choice : choices.get(position)) {
      chosen[position] = choice;
      combine(choices, chosen, position + 1, keys);
    }
  }

  private static String pathOfArray(Document document, String field) {
    Object value = document;
    StringBuilder path = new StringBuilder();
    for (String step : field.split("\\.", -1)) {
      value = value instanceof Document inner ? inner.get(step) : null;
      path.append(path.isEmpty() ? "" : ".").append(step);
      if (value instanceof Collection) {
        break;
      }
    }
    return path.toString();
  }
}
