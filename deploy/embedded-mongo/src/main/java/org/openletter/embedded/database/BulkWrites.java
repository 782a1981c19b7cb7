package org.openletter.embedded.database;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Several inserts or updates in one command: an ordered one stops at the first error, and the
/// numbers in the reply are those of what was done.
final class BulkWrites {

  private static final int BAD_VALUE = 2;

  private final boolean ordered;
  private int matched;
  private int modified;
  private final List<Document> upserted = new ArrayList<>();
  private final List<Document> errors = new ArrayList<>();

  private BulkWrites(boolean ordered) {
    this.ordered = ordered;
  }

  static Document run(String name, Document command, UnaryOperator<Document> writer) {
    command.putIfAbsent("ordered", true);
    boolean ordered = Utils.isTrue(command.get("ordered"));
    return name.equals("insert")
        ? insert(command, ordered, writer)
        : new BulkWrites(ordered).update(command, writer);
  }

  private static Document insert(
      Document command, boolean ordered, UnaryOperator<Document> writer) {
    Document reply = writer.apply(command);
    if (reply.get("writeErrors") instanceof List<?> errors && !errors.isEmpty()) {
      int asked = Argument.list(command, "documents").size();
      int first = (int) Argument.number((Document) errors.getFirst(), "index");
      reply.put("n", ordered ? first : asked - errors.size());
    }
    return reply;
  }

  private Document update(Document command, UnaryOperator<Document> writer) {
    List<?> updates = Argument.list(command, "updates");
    for (int i = 0; i < updates.size() && !(ordered && !errors.isEmpty()); i++) {
      Document one = command.clone();
      one.put("updates", List.of(updates.get(i)));
      add(writer.apply(one), i);
    }
    Document reply = new Document("n", matched).append("nModified", modified);
    if (!upserted.isEmpty()) {
      reply.put("upserted", upserted);
    }
    if (!errors.isEmpty()) {
      reply.put("writeErrors", errors);
    }
    return reply.append("ok", 1.0);
  }

  private void add(Document reply, int index) {
    matched += (int) Argument.number(reply, "n");
    modified += (int) Argument.number(reply, "nModified");
    renumber(reply.get("upserted"), index, upserted);
    renumber(reply.get("writeErrors"), index, errors);
  }

  private static void renumber(@Nullable Object entries, int index, List<Document> all) {
    if (entries instanceof Collection<?> collection) {
      for (Object entry : collection) {
        Document document = (Document) entry;
        document.put("index", index);
        if (document.containsKey("errmsg")) {
          // Some errors of the library have no code, and drivers fail on an error without one.
          document.putIfAbsent("code", BAD_VALUE);
        }
        all.add(document);
      }
    }
  }
}
