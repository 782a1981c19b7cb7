package org.openletter.embedded.database;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.ErrorCode;
import de.bwaldvogel.mongo.exception.ImmutableFieldException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.key.KeyOrder;

/// What an upsert takes over from its query when nothing matched: the fields that the query ties to
/// one value. A replacement takes over the `_id` alone.
final class UpsertFields {

  private static final String ID = "_id";
  private static final int NOT_EXACT_VALUE = 55;
  private static final int QUERY_FEATURE_NOT_ALLOWED = 224;

  private final boolean replacement;
  private final Document fields = new Document();
  private boolean hasId;
  private @Nullable Object id;

  private UpsertFields(boolean replacement) {
    this.replacement = replacement;
  }

  static UpsertFields of(Document query, Document update) {
    UpsertFields upsert = new UpsertFields(UpdateRules.isReplacement(update));
    upsert.collect(query);
    if (upsert.fields.get(ID) instanceof Document only) {
      upsert.takeId(only.get("$eq"));
    }
    if (upsert.replacement) {
      upsert.takeIdOf(update);
    } else {
      upsert.takeIdOf(update.get("$set"));
      upsert.takeIdOf(update.get("$setOnInsert"));
    }
    return upsert;
  }

  /// A query of nothing but these fields, each with its only value.
  Document asQuery() {
    return fields;
  }

  /// Gives the new document its `_id`. The library takes null for an `_id` that is missing.
  void settle(Document fresh) {
    if (!hasId) {
      return;
    }
    if (id == null) {
      fresh.put(ID, null);
    } else if (KeyOrder.compare(id, fresh.get(ID)) != 0) {
      throw changedId();
    }
  }

  private void takeIdOf(@Nullable Object part) {
    if (part instanceof Document document && document.containsKey(ID)) {
      takeId(document.get(ID));
    }
  }

  private void takeId(@Nullable Object value) {
    if (hasId && KeyOrder.compare(id, value) != 0) {
      throw changedId();
    }
    hasId = true;
    id = value;
  }

  private static ImmutableFieldException changedId() {
    return new ImmutableFieldException(
        "Performing an update on the path '_id' would modify the immutable field '_id'");
  }

  private void collect(Document query) {
    query.forEach((key, value) -> {
      if (key.equals("$and")) {
        parts(value).forEach(this::collect);
      } else if (key.equals("$or")) {
        List<Document> parts = parts(value);
        if (parts.size() == 1) {
          collect(parts.getFirst());
        }
      } else if (key.equals("$expr")) {
        throw new MongoServerError(
            QUERY_FEATURE_NOT_ALLOWED,
            "QueryFeatureNotAllowed",
            "$expr is not allowed in the query predicate for an upsert");
      } else if (!key.startsWith("$")) {
        condition(key, value);
      }
    });
  }

  private static List<Document> parts(@Nullable Object value) {
    return value instanceof Collection<?> parts
        ? parts.stream().filter(Document.class::isInstance).map(Document.class::cast).toList()
        : List.of();
  }

  private void condition(String path, @Nullable Object value) {
    if (!(value instanceof Document operators) || !isOperators(value)) {
      tie(path, value);
      return;
    }
    operators.forEach((operator, operand) -> {
      switch (operator) {
        case "$eq" -> tie(path, operand);
        case "$in" -> {
          if (operand instanceof Collection<?> only && only.size() == 1) {
            tie(path, only.iterator().next());
          }
        }
        case "$all" -> {
          if (operand instanceof Collection<?> all) {
            all.stream().filter(each -> !isOperators(each)).forEach(each -> tie(path, each));
          }
        }
        default -> {
          // Ties the field to no value.
        }
      }
    });
  }

  private static boolean isOperators(@Nullable Object value) {
    return value instanceof Document document
        && !document.isEmpty()
        && document.keySet().iterator().next().startsWith("$");
  }

  private void tie(String path, @Nullable Object value) {
    if (value instanceof BsonRegularExpression || (replacement && !isOfId(path))) {
      return;
    }
    if (replacement && !path.equals(ID)) {
      throw new MongoServerError(
          NOT_EXACT_VALUE,
          "NotExactValueField",
          "field at '_id' must be exactly specified, field at sub-path '" + path + "' found");
    }
    for (String other : fields.keySet()) {
      if (other.equals(path)) {
        throw notSingle("path '" + path + "' is matched twice");
      }
      if (other.startsWith(path + ".") || path.startsWith(other + ".")) {
        throw notSingle("both paths '" + path + "' and '" + other + "' are matched");
      }
    }
    fields.put(path, new Document("$eq", value));
  }

  private static boolean isOfId(String path) {
    return path.equals(ID) || path.startsWith(ID + ".");
  }

  private static MongoServerError notSingle(String what) {
    return new MongoServerError(
        ErrorCode.NotSingleValueField, "cannot infer query fields to set, " + what);
  }
}
