package org.openletter.embedded.database;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.BadValueException;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.index.IndexField;
import org.openletter.embedded.index.PrimaryIndex;
import org.openletter.embedded.index.SecondaryIndex;
import org.openletter.embedded.refusal.NotAvailable;

/// The index a client insists on.
final class Hints {

  private Hints() {}

  /// The name of the index, null without a hint; an index that does not exist is an error, as in
  /// MongoDB.
  static @Nullable String resolved(@Nullable Object hint, StoredCollection collection) {
    if (hint == null || (hint instanceof Document document && document.isEmpty())) {
      return null;
    }
    boolean natural = isKey(hint, new IndexField("$natural", false));
    if (natural || hint.equals(PrimaryIndex.NAME) || isKey(hint, new IndexField("_id", false))) {
      return PrimaryIndex.NAME;
    }
    for (SecondaryIndex index : collection.secondary()) {
      IndexField[] fields = index.definition().fields().toArray(new IndexField[0]);
      if (hint.equals(index.getName()) || isKey(hint, fields)) {
        return index.getName();
      }
    }
    throw new BadValueException(
        "error processing query: planner returned error :: caused by :: hint provided does not"
            + " correspond to an existing index");
  }

  /// The hint of a write. Any index that holds all documents leads to the same ones, so the planner
  /// stays free; an index of some documents would leave the others alone, and is refused.
  static void checkForWriting(@Nullable Object hint, StoredCollection collection) {
    String name = resolved(hint, collection);
    for (SecondaryIndex index : collection.secondary()) {
      boolean ofSome = index.definition().sparse() || index.definition().partial() != null;
      if (ofSome && index.getName().equals(name)) {
        throw new NotAvailable("a write with the hint of a sparse or partial index");
      }
    }
  }

  private static boolean isKey(Object hint, IndexField... fields) {
    if (!(hint instanceof Document key) || key.size() != fields.length) {
      return false;
    }
    int position = 0;
    for (String name : key.keySet()) {
      IndexField field = fields[position++];
      boolean descending = key.get(name) instanceof Number number && number.doubleValue() < 0;
      if (!field.name().equals(name) || field.descending() != descending) {
        return false;
      }
    }
    return true;
  }
}
