package org.openletter.embedded.database;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.key.Bson;
import org.openletter.embedded.memory.Limits;
import org.openletter.embedded.plan.Query;

/// `distinct`: the values of a field, each once. They come in one reply, so they are counted while
/// they are collected.
final class DistinctCommand {

  private static final int TOO_BIG = 17217;

  private final Document command;
  private final NavigableSet<@Nullable Object> values =
      new TreeSet<>(ValueComparator.ascWithoutListHandling());
  private long bytes;

  DistinctCommand(Document command) {
    this.command = command;
  }

  Document run(Database database) {
    StoredCollection collection = database.collection(Argument.text(command, "distinct"));
    if (collection != null) {
      String key = Argument.text(command, "key");
      Document filter = command.get("query") instanceof Document query ? query : new Document();
      String hint = Hints.resolved(command.get("hint"), collection);
      Iterator<Document> found =
          collection.find(new Query(filter, new Document(), 0, 0, null, hint)).all();
      while (found.hasNext()) {
        addAll(Utils.getSubdocumentValueCollectionAware(found.next(), key));
      }
    }
    return new Document("values", new ArrayList<>(values)).append("ok", 1.0);
  }

  private void addAll(@Nullable Object value) {
    if (value instanceof Collection<?> elements) {
      elements.forEach(this::add);
    } else if (!(value instanceof Missing)) {
      add(value);
    }
  }

  private void add(@Nullable Object value) {
    if (values.add(value)) {
      bytes += Bson.encode(new Document("v", value)).length;
      if (bytes > Limits.OF_THIS_PROCESS.batch()) {
        throw new MongoServerError(
            TOO_BIG,
            "Location17217",
            "distinct too big: the values have more than "
                + Limits.OF_THIS_PROCESS.batch()
                + " bytes; group them in an aggregation");
      }
    }
  }
}
