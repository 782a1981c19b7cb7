package org.openletter.embedded.database;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.openletter.embedded.index.PrimaryIndex;
import org.openletter.embedded.index.SecondaryIndex;

/// Compares every index of a collection with its documents: the command `validate`.
final class IndexCheck {

  private IndexCheck() {}

  static Document run(StoredCollection collection) {
    List<String> problems = new ArrayList<>();
    Document counts = new Document(PrimaryIndex.NAME, collection.primary().getCount());
    for (SecondaryIndex index : collection.secondary()) {
      counts.put(index.getName(), index.getCount());
      long expected = 0;
      long missing = 0;
      Iterator<Document> all = collection.everything();
      while (all.hasNext()) {
        SecondaryIndex.Audit audit = index.audit(all.next());
        expected += audit.expected();
        missing += audit.missing();
      }
      if (missing > 0 || expected != index.getCount()) {
        problems.add(
            index.getName()
                + (" has " + index.getCount() + " entries, expected are " + expected)
                + (", missing are " + missing));
      }
    }
    return new Document("ns", collection.getFullName())
        .append("nrecords", collection.primary().getCount())
        .append("nIndexes", collection.getNumIndexes())
        .append("keysPerIndex", counts)
        .append("valid", problems.isEmpty())
        .append("errors", problems)
        .append("ok", 1.0);
  }
}
