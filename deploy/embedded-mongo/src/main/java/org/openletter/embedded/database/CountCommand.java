package org.openletter.embedded.database;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Iterator;
import org.openletter.embedded.plan.Query;

/// `count`: how many documents match.
final class CountCommand {

  private CountCommand() {}

  static Document run(Document command, Database database) {
    StoredCollection collection = database.collection(Argument.text(command, "count"));
    int skip = Argument.notNegative(command, "skip");
    int limit = Math.abs(Argument.numberOr(0, command.get("limit")));
    Document filter = Argument.document(command, "query");
    long count = 0;
    if (collection != null) {
      String hint = Hints.resolved(command.get("hint"), collection);
      count =
          filter.isEmpty() && hint == null
              ? part(collection.count(), skip, limit)
              : counted(collection, new Query(filter, new Document(), skip, limit, null, hint));
    }
    return new Document("n", (int) Math.min(count, Integer.MAX_VALUE)).append("ok", 1.0);
  }

  private static long part(long all, int skip, int limit) {
    long left = Math.max(0, all - skip);
    return limit == 0 ? left : Math.min(limit, left);
  }

  private static long counted(StoredCollection collection, Query query) {
    long count = 0;
    for (Iterator<Document> found = collection.find(query).all(); found.hasNext(); found.next()) {
      count++;
    }
    return count;
  }
}
