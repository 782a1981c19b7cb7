package org.openletter.embedded.database;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.FailedToParseException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.memory.Kept;
import org.openletter.embedded.refusal.NeedsRestart;
import org.openletter.embedded.refusal.WriteRefused;

/// Several inserts, updates or deletes in one command: an ordered one stops at the first error, the
/// error says which it was, and the numbers in the reply are those of what was done.
final class BulkWrites {

  private static final int BAD_VALUE = 2;
  private static final int INVALID_LENGTH = 16;
  private static final int MISSING_FIELD = 40414;
  private static final int MOST = 100_000;

  private final boolean ordered;
  private final boolean updating;
  private final @Nullable StoredCollection collection;
  private int matched;
  private int modified;
  private final List<Document> upserted = new ArrayList<>();
  private final List<Document> errors = new ArrayList<>();

  private BulkWrites(boolean ordered, boolean updating, @Nullable StoredCollection collection) {
    this.ordered = ordered;
    this.updating = updating;
    this.collection = collection;
  }

  static Document run(
      String name,
      Document command,
      @Nullable StoredCollection collection,
      UnaryOperator<Document> writer) {
    command.putIfAbsent("ordered", true);
    boolean ordered = Utils.isTrue(command.get("ordered"));
    return switch (name) {
      case "insert" -> insert(command, ordered, writer);
      case "update" -> new BulkWrites(ordered, true, collection).each("updates", command, writer);
      default -> new BulkWrites(ordered, false, collection).each("deletes", command, writer);
    };
  }

  private static List<?> statements(Document command, String list) {
    List<?> statements = Argument.list(command, list);
    if (statements.isEmpty() || statements.size() > MOST) {
      throw new MongoServerError(
          INVALID_LENGTH,
          "InvalidLength",
          "Write batch sizes must be between 1 and " + MOST + ", not " + statements.size());
    }
    return statements;
  }

  private static Document insert(
      Document command, boolean ordered, UnaryOperator<Document> writer) {
    int asked = statements(command, "documents").size();
    Document reply = writer.apply(command);
    if (reply.get("writeErrors") instanceof List<?> errors && !errors.isEmpty()) {
      int first = (int) Argument.number((Document) errors.getFirst(), "index");
      reply.put("n", ordered ? first : asked - errors.size());
    }
    return reply;
  }

  private Document each(String list, Document command, UnaryOperator<Document> writer) {
    List<?> statements = statements(command, list);
    if (!updating) {
      statements.forEach(BulkWrites::checkLimit); // All, before the first is done.
    }
    for (int i = 0; i < statements.size() && !(ordered && !errors.isEmpty()); i++) {
      Document one = command.clone();
      one.put(list, List.of(statements.get(i)));
      long mark = Kept.mark();
      try {
        check(statements.get(i));
        add(writer.apply(one), i);
      } catch (WriteRefused | NeedsRestart e) {
        throw e;
      } catch (MongoServerException e) {
        errors.add(error(e, i));
      } finally {
        Kept.backTo(mark); // What one statement has read is let go of before the next.
      }
    }
    return reply();
  }

  private static void checkLimit(Object statement) {
    if (!(statement instanceof Document delete) || !(delete.get("limit") instanceof Number limit)) {
      throw new MongoServerError(
          MISSING_FIELD, "BSON field 'delete.deletes.limit' is missing but a required field");
    }
    if (limit.doubleValue() != 0 && limit.doubleValue() != 1) {
      throw new FailedToParseException(
          "The limit field in delete objects must be 0 or 1. Got " + limit);
    }
  }

  private void check(Object asked) {
    if (!(asked instanceof Document statement)) {
      throw new FailedToParseException("A statement of a write must be an object");
    }
    if (!(statement.get("q") instanceof Document)) {
      throw new FailedToParseException("The query of a write must be an object");
    }
    if (updating) {
      UpdateRules.check(statement, "u");
    }
    if (collection != null) {
      Hints.checkForWriting(statement.get("hint"), collection);
    }
  }

  private static Document error(MongoServerException problem, int index) {
    Document error = new Document("index", index);
    error.append("errmsg", problem.getMessageWithoutErrorCode());
    // Some errors of the library have no code, and drivers fail on an error without one.
    error.append("code", problem instanceof MongoServerError known ? known.getCode() : BAD_VALUE);
    if (problem instanceof MongoServerError known) {
      error.putIfNotNull("codeName", known.getCodeName());
    }
    return error;
  }

  private Document reply() {
    Document reply = new Document("n", matched);
    if (updating) {
      reply.append("nModified", modified);
    }
    if (!upserted.isEmpty()) {
      reply.put("upserted", upserted);
    }
    if (!errors.isEmpty()) {
      reply.put("writeErrors", errors);
    }
    return reply.append("ok", 1.0);
  }

  private void add(Document reply, int index) {
    matched += Argument.numberOr(0, reply.get("n"));
    modified += Argument.numberOr(0, reply.get("nModified"));
    renumber(reply.get("upserted"), index, upserted);
    renumber(reply.get("writeErrors"), index, errors);
  }

  private static void renumber(@Nullable Object entries, int index, List<Document> all) {
    if (entries instanceof Collection<?> collection) {
      for (Object entry : collection) {
        Document document = (Document) entry;
        document.put("index", index);
        if (document.containsKey("errmsg")) {
          document.putIfAbsent("code", BAD_VALUE);
        }
        all.add(document);
      }
    }
  }
}
