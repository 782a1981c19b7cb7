package org.openletter.embedded.database;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.FailedToParseException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.refusal.NotAvailable;

/// What an aggregation must look like. The library ignores some of it and fails on other parts only
/// when there are documents.
final class Pipelines {

  private static final int ONE_FIELD = 40323;
  private static final int LIMIT_NOT_POSITIVE = 15958;
  private static final int NOT_A_NUMBER = 5107201;
  private static final int EMPTY_SORT = 15976;
  private static final int NOT_AN_OBJECT = 15959;

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
      case "$match", "$group" -> {
        if (!(value instanceof Document)) {
          throw new MongoServerError(NOT_AN_OBJECT, "the " + name + " stage must be an object");
        }
      }
      default -> {
        // The library knows what it must be.
      }
    }
  }

  private static double number(String stage, @Nullable Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw new MongoServerError(NOT_A_NUMBER, "the " + stage + " stage must be a number");
  }
}
