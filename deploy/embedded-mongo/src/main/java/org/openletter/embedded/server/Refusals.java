package org.openletter.embedded.server;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.refusal.NotAvailable;

/// Looks through a command for what this server does not do.
///
/// Everything here is accepted and then ignored, or done wrongly, by the library that speaks the
/// wire protocol. A refusal is noticed on the first try.
final class Refusals {

  /// Of any command. Without a replica set there are no sessions to hold a transaction.
  private static final Set<String> TRANSACTION =
      Set.of("txnNumber", "startTransaction", "autocommit");

  private static final List<String> CREATE_OPTIONS =
      List.of(
          "capped",
          "timeseries",
          "clusteredIndex",
          "viewOn",
          "validator",
          "validationLevel",
          "validationAction",
          "changeStreamPreAndPostImages",
          "encryptedFields");

  /// Operators and stages, wherever they are in a query or a pipeline.
  private static final Set<String> OPERATORS =
      Set.of(
          "$where",
          "$function",
          "$accumulator",
          "$text",
          "$search",
          "$vectorSearch",
          "$near",
          "$nearSphere",
          "$geoNear",
          "$geoWithin",
          "$geoIntersects",
          "$jsonSchema",
          "$bitsAllSet",
          "$bitsAnySet",
          "$bitsAllClear",
          "$bitsAnyClear",
          "$changeStream",
          "$out",
          "$unionWith",
          "$setWindowFields",
          "$collStats",
          "$currentOp");

  /// Where the commands have queries and pipelines; never the documents somebody stores.
  private static final List<String> QUERIES =
      List.of("filter", "query", "q", "sort", "projection", "fields", "pipeline", "arrayFilters");

  private static final int DOTTED_FIELD_NAME = 57;

  private Refusals() {}

  static void check(String name, Document command) {
    for (String part : TRANSACTION) {
      if (command.containsKey(part)) {
        throw new NotAvailable("a transaction or retryable write ('" + part + "')");
      }
    }
    checkPart(command);
    switch (name) {
      case "create" -> checkCreate(command);
      case "update" -> checkParts(command, "updates");
      case "delete" -> checkParts(command, "deletes");
      case "findAndModify" -> checkUpdate(command.get("update"));
      default -> {
        // Nothing more to look at.
      }
    }
  }

  private static void checkCreate(Document command) {
    for (String option : CREATE_OPTIONS) {
      Object value = command.get(option);
      if (value != null && !Boolean.FALSE.equals(value)) {
        throw new NotAvailable("the collection option '" + option + "'");
      }
    }
  }

  private static void checkParts(Document command, String list) {
    if (command.get(list) instanceof Collection<?> parts) {
      for (Object part : parts) {
        if (part instanceof Document document) {
          checkPart(document);
          checkUpdate(document.get("u"));
          if (document.containsKey("sort")) {
            throw new NotAvailable("an update with a sort");
          }
        }
      }
    }
  }

  private static void checkPart(Document part) {
    if (part.containsKey("collation")) {
      throw new NotAvailable("collation");
    }
    if (part.get("let") instanceof Document variables && !variables.isEmpty()) {
      throw new NotAvailable("a command with variables ('let')");
    }
    if (part.get("readConcern") instanceof Document concern
        && "snapshot".equals(concern.get("level"))) {
      throw new NotAvailable("the read concern 'snapshot'");
    }
    QUERIES.forEach(query -> checkOperators(part.get(query)));
  }

  private static void checkUpdate(@Nullable Object update) {
    if (update instanceof Collection) {
      throw new NotAvailable("an update with a pipeline");
    }
    if (update instanceof Document document
        && document.keySet().stream().noneMatch(field -> field.startsWith("$"))
        && document.keySet().stream().anyMatch(field -> field.contains("."))) {
      throw new MongoServerError(
          DOTTED_FIELD_NAME,
          "DottedFieldName",
          "embedded server: a replacement with a dot in the name of a field is not available");
    }
  }

  private static void checkOperators(@Nullable Object value) {
    if (value instanceof Map<?, ?> document) {
      document.forEach((key, inner) -> {
        if (key instanceof String operator && OPERATORS.contains(operator)) {
          throw new NotAvailable("the operator '" + operator + "'");
        }
        checkOperators(inner);
      });
    } else if (value instanceof Collection<?> elements) {
      elements.forEach(Refusals::checkOperators);
    }
  }
}
