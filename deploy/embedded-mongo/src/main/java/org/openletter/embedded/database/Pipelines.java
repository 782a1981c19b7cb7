package org.openletter.embedded.database;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.ErrorCode;
import de.bwaldvogel.mongo.exception.FailedToParseException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.refusal.NotAvailable;

/// What an aggregation must look like. The library ignores some of it and fails on other parts only
/// when there are documents.
final class Pipelines {

  private static final int ONE_FIELD = 40323;
  private static final int LIMIT_NOT_POSITIVE = 15958;
  private static final int NOT_A_NUMBER = 5107201;
  private static final int EMPTY_SORT = 15976;

  /// MongoDB has a code for each stage that must be an object.
  private static final Map<String, Integer> NOT_AN_OBJECT =
      Map.of(
          "$match", 15959,
          "$group", 15959,
          "$addFields", 40272,
          "$bucket", 40201,
          "$facet", 40169,
          "$graphLookup", 40327,
          "$lookup", 9,
          "$replaceRoot", 40229);

  private static final int NOT_A_NAME = 40156;
  private static final int NOT_INSIDE = 40600;

  /// These change or describe a collection, or would be answered within an answer.
  private static final Set<String> ONLY_OUTSIDE = Set.of("$facet", "$merge", "$out", "$indexStats");

  private Pipelines() {}

  static void check(Document command, List<Document> pipeline) {
    if (Utils.isTrue(command.get("explain"))) {
      throw new NotAvailable("an aggregation with 'explain'");
    }
    if (!(command.get("cursor") instanceof Document cursor)) {
      throw new FailedToParseException("The 'cursor' option is required");
    }
    Argument.notNegative(cursor, "batchSize");
    pipeline.forEach(Pipelines::check);
  }

  private static void check(Document stage) {
    if (stage.size() != 1) {
      throw new MongoServerError(
          ONE_FIELD, "A pipeline stage specification object must contain exactly one field.");
    }
    String name = stage.keySet().iterator().next();
    Object value = stage.get(name);
    switch (name) {
      case "$limit" -> {
        if (number(name, value) <= 0) {
          throw new MongoServerError(LIMIT_NOT_POSITIVE, "the limit must be positive");
        }
      }
      case "$skip" -> Argument.notNegative(new Document(name, (long) number(name, value)), name);
      case "$sort" -> {
        SortRules.check(value);
        if (value instanceof Document order && order.isEmpty()) {
          throw new MongoServerError(EMPTY_SORT, "$sort stage must have at least one sort key");
        }
      }
      case "$facet" -> object(name, value).values().forEach(Pipelines::checkInner);
      case "$lookup" -> {
        if (object(name, value).containsKey("pipeline")) {
          checkInner(object(name, value).get("pipeline"));
        }
      }
      case "$count" -> {
        if (!(value instanceof String text) || text.isEmpty()) {
          throw new MongoServerError(NOT_A_NAME, "the count field must be a non-empty string");
        }
      }
      case "$redact" -> {
        if (!(value instanceof Document)) {
          throw new NotAvailable("'$redact' with anything but an object");
        }
      }
      default -> {
        if (NOT_AN_OBJECT.containsKey(name)) {
          object(name, value);
        } // The library knows what the others must be.
      }
    }
  }

  /// The stages within a stage.
  private static void checkInner(@Nullable Object pipeline) {
    for (Document stage : Aggregation.parse(pipeline)) {
      check(stage);
      if (ONLY_OUTSIDE.containsAll(stage.keySet())) {
        throw new MongoServerError(NOT_INSIDE, "a stage is not allowed within another stage");
      }
    }
  }

  private static Document object(String stage, @Nullable Object value) {
    if (value instanceof Document document) {
      return document;
    }
    throw new MongoServerError(
        NOT_AN_OBJECT.getOrDefault(stage, ErrorCode.FailedToParse.getValue()),
        "the " + stage + " stage must be an object");
  }

  private static double number(String stage, @Nullable Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw new MongoServerError(NOT_A_NUMBER, "the " + stage + " stage must be a number");
  }
}
