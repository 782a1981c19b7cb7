package org.openletter.embedded.database;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.FailedToParseException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.plan.Query;

/// What a `findAndModify` asks for, and its reply.
record FindAndModify(Document command, Document filter) {

  private static final int UNKNOWN_FIELD = 40415;

  static FindAndModify of(Document command) {
    boolean remove = Utils.isTrue(command.get("remove"));
    boolean update = command.get("update") != null;
    if (remove == update) {
      throw new FailedToParseException(
          remove
              ? "Cannot specify both an update and remove=true"
              : "Either an update or remove=true must be specified");
    }
    for (String option : List.of("upsert", "new", "arrayFilters")) {
      Object value = command.get(option);
      if (remove && value != null && !Boolean.FALSE.equals(value)) {
        throw new FailedToParseException("Cannot specify both " + option + " and remove=true");
      }
    }
    if (update) {
      UpdateRules.check(command, "update");
    }
    SortRules.check(command.get("sort"));
    for (String option : List.of("skip", "limit", "multi")) {
      if (command.containsKey(option)) {
        throw new MongoServerError(
            UNKNOWN_FIELD, "BSON field 'findAndModify." + option + "' is an unknown field.");
      }
    }
    return new FindAndModify(command, Argument.document(command, "query"));
  }

  boolean isRemove() {
    return Utils.isTrue(command.get("remove"));
  }

  boolean isUpsert() {
    return Utils.isTrue(command.get("upsert"));
  }

  Document update() {
    return (Document) Objects.requireNonNull(command.get("update"), "update");
  }

  Query query() {
    return new Query(filter, Argument.document(command, "sort"), 0, 1, null, null);
  }

  Optional<Document> fields() {
    return Optional.ofNullable(Projections.of(Argument.document(command, "fields")));
  }

  /// The same over documents that were found before, all of it in the reply.
  Document forLibrary(Document query) {
    Document one = command.clone();
    one.remove("sort");
    one.remove("fields");
    one.remove("remove");
    return one.append("query", query).append("new", true);
  }

  Document reply(Outcome outcome, BiFunction<List<Document>, Document, List<Document>> project) {
    boolean after = Utils.isTrue(command.get("new"));
    Document whole = after ? outcome.after : outcome.before;
    Document value =
        whole == null
            ? null
            : fields()
                .map(fields -> project.apply(List.of(whole), fields).getFirst())
                .orElse(whole);
    return new Document("lastErrorObject", outcome.last).append("value", value).append("ok", 1.0);
  }

  /// What came of it.
  static final class Outcome {

    private final @Nullable Document before;
    private final @Nullable Document after;
    private final Document last;

    private Outcome(@Nullable Document before, @Nullable Document after, Document last) {
      this.before = before;
      this.after = after;
      this.last = last;
    }

    static Outcome removed(@Nullable Document before) {
      return new Outcome(before, null, new Document("n", before == null ? 0 : 1));
    }

    static Outcome updated(Document before, Document after) {
      return new Outcome(before, after, new Document("n", 1).append("updatedExisting", true));
    }

    static Outcome inserted(Document after) {
      Document last = new Document("n", 1).append("updatedExisting", false);
      return new Outcome(null, after, last.append("upserted", after.get("_id")));
    }

    static Outcome nothing() {
      return new Outcome(null, null, new Document("n", 0).append("updatedExisting", false));
    }
  }
}
