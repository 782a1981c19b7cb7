package org.openletter.embedded.database;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.BadValueException;
import de.bwaldvogel.mongo.exception.ErrorCode;
import de.bwaldvogel.mongo.exception.FailedToParseException;
import de.bwaldvogel.mongo.exception.ImmutableFieldException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.TypeMismatchException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.refusal.NotAvailable;

/// What an update must look like, whether or not it finds a document: the library notices some of
/// it late, some never, and stores what MongoDB would not.
final class UpdateRules {

  private static final Set<String> OPERATORS =
      Set.of(
          "$set",
          "$setOnInsert",
          "$unset",
          "$inc",
          "$mul",
          "$min",
          "$max",
          "$rename",
          "$currentDate",
          "$push",
          "$addToSet",
          "$pull",
          "$pullAll",
          "$pop");

  private static final int EMPTY_FIELD_NAME = 56;
  private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-zA-Z0-9]*");

  private UpdateRules() {}

  static boolean isReplacement(Document update) {
    return update.isEmpty() || !update.keySet().iterator().next().startsWith("$");
  }

  /// A statement of `update`, or a `findAndModify`, with its update under a name.
  static void check(Document statement, String name) {
    if (!(statement.get(name) instanceof Document update)) {
      throw new FailedToParseException("Update argument must be either an object or an array");
    }
    List<String> paths = new ArrayList<>();
    if (isReplacement(update)) {
      checkReplacement(update, Boolean.TRUE.equals(statement.get("multi")));
    } else {
      update.forEach((operator, fields) -> paths.addAll(paths(operator, fields)));
    }
    checkArrayFilters(statement.get("arrayFilters"), paths);
  }

  private static void checkReplacement(Document update, boolean multi) {
    if (multi) {
      throw new FailedToParseException(
          "multi update is not supported for replacement-style update");
    }
    for (String field : update.keySet()) {
      if (field.startsWith("$")) {
        throw new MongoServerError(
            ErrorCode.DollarPrefixedFieldName,
            "The dollar ($) prefixed field '" + field + "' is not allowed in a replacement");
      }
    }
  }

  private static Set<String> paths(String operator, @Nullable Object fields) {
    if (operator.equals("$bit")) {
      throw new NotAvailable("the operator '$bit'");
    }
    if (!OPERATORS.contains(operator)) {
      throw new FailedToParseException(
          "Unknown modifier: " + operator + ". Expected a valid update modifier");
    }
    if (!(fields instanceof Document document)) {
      throw new FailedToParseException(
          "Modifiers operate on fields but there are none in '" + operator + "'");
    }
    for (String path : document.keySet()) {
      if (List.of(path.split("\\.", -1)).contains("")) {
        throw new MongoServerError(
            EMPTY_FIELD_NAME,
            "EmptyFieldName",
            "The update path '" + path + "' contains an empty field name, which is not allowed.");
      }
    }
    return document.keySet();
  }

  private static void checkArrayFilters(@Nullable Object filters, List<String> paths) {
    Set<String> names = new HashSet<>();
    for (Object filter : filters == null ? List.of() : asList(filters)) {
      if (!(filter instanceof Document document)) {
        throw new TypeMismatchException("An array filter must be an object");
      }
      document.keySet().forEach(key -> names.add(identifier(key)));
    }
    for (String path : paths) {
      for (String part : path.split("\\.", -1)) {
        if (part.startsWith("$[") && part.length() > "$[]".length()) {
          String name = part.substring(2, part.length() - 1);
          if (!names.contains(name)) {
            throw new BadValueException(
                "No array filter found for identifier '" + name + "' in path '" + path + "'");
          }
        }
      }
    }
  }

  private static Collection<?> asList(Object filters) {
    if (filters instanceof Collection<?> all) {
      return all;
    }
    throw new TypeMismatchException("'arrayFilters' must be a list");
  }

  private static String identifier(String key) {
    if (key.startsWith("$")) {
      throw new NotAvailable("an array filter with '" + key + "'");
    }
    String name = key.split("\\.", -1)[0];
    if (!IDENTIFIER.matcher(name).matches()) {
      throw new BadValueException(
          "Error parsing array filter :: caused by :: The top-level field name must be an"
              + " alphanumeric string beginning with a lowercase letter, found '"
              + name
              + "'");
    }
    return name;
  }

  /// The library takes a null in a replacement for no `_id`.
  static void checkId(Document update, @Nullable Object id) {
    if (id != null && update.containsKey("_id") && update.get("_id") == null) {
      throw new ImmutableFieldException(
          "After applying the update, the (immutable) field '_id' was found to have been altered to"
              + " _id: null");
    }
  }
}
