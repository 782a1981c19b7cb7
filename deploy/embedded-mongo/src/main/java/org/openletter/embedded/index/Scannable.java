package org.openletter.embedded.index;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.key.Key;
import org.openletter.embedded.key.KeyType;

/// An index as a query sees it: entries in an order, each leading to one document.
public interface Scannable {

  /// The name it was declared with.
  String getName();

  /// The parts of its entries in order, always with `_id` among them.
  List<IndexField> parts();

  /// The order of its entries.
  KeyType order();

  /// Its entries.
  MVMap<Key, byte[]> entries();

  /// How many leading parts identify at most one document.
  int identifying();

  /// Whether a document may have several entries, or has had.
  boolean isMultikey();

  /// The values of all its documents, or null when every document is in it.
  @Nullable Document partial();

  /// The position of `_id` among the parts.
  default int idAt() {
    for (int i = 0; i < parts().size(); i++) {
      if (parts().get(i).name().equals("_id")) {
        return i;
      }
    }
    throw new IllegalStateException("Every index has the id in it: " + getName());
  }

  /// The key of the document an entry leads to.
  default Key documentOf(Key entry) {
    return entry.size() == 1 ? entry : new Key(entry.part(idAt()));
  }
}
