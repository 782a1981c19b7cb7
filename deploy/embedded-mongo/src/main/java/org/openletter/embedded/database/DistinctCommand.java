package org.openletter.embedded.database;

import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.key.Bson;
import org.openletter.embedded.memory.Footprint;
import org.openletter.embedded.memory.Kept;
import org.openletter.embedded.memory.Limits;
import org.openletter.embedded.plan.Query;

/// `distinct`: the values of a field, each once. They come in one reply, so they are counted while
/// they are collected.
final class DistinctCommand {

  private static final int TOO_BIG = 17217;

  /// A value in a set, without itself.
  private static final int ENTRY = 64;

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
      List<String> path = List.of(Argument.text(command, "key").split("\\.", -1));
      Document filter = Argument.document(command, "query");
      String hint = Hints.resolved(command.get("hint"), collection);
      Iterator<Document> found =
          collection.find(new Query(filter, new Document(), 0, 0, null, hint)).all();
      while (found.hasNext()) {
        collect(found.next(), path);
      }
    }
    return new Document("values", new ArrayList<>(values)).append("ok", 1.0);
  }

  /// Follows a path through documents and arrays: a number leads to one element, a name into each
  /// document of an array.
  private void collect(@Nullable Object value, List<String> path) {
    if (path.isEmpty()) {
      if (value instanceof Collection<?> elements) {
        elements.forEach(this::add);
      } else {
        add(value);
      }
      return;
    }
    String step = path.getFirst();
    if (value instanceof Document document) {
      if (document.containsKey(step)) {
        collect(document.get(step), path.subList(1, path.size()));
      }
    } else if (value instanceof List<?> list && step.matches("\\d{1,9}")) {
      int position = Integer.parseInt(step);
      if (position < list.size()) {
        collect(list.get(position), path.subList(1, path.size()));
      }
    } else if (value instanceof List<?> list) {
      list.stream().filter(Document.class::isInstance).forEach(each -> collect(each, path));
    }
  }

  private void add(@Nullable Object value) {
    if (values.add(value)) {
      Kept.add(ENTRY + Footprint.of(value));
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
