package org.openletter.embedded.database;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.BadValueException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.TypeMismatchException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One field of a command or a reply, of the kind it must be.
public final class Argument {

  private static final int TOO_LOW = 51024;

  private Argument() {}

  /// A list, of whatever it holds.
  public static List<?> list(Document command, String name) {
    if (command.get(name) instanceof List<?> list) {
      return list;
    }
    throw mustBe(name, "a list");
  }

  /// A number without a fraction.
  public static long number(Document command, String name) {
    if (command.get(name) instanceof Number number) {
      return number.longValue();
    }
    throw mustBe(name, "a number");
  }

  static String text(Document command, String name) {
    if (command.get(name) instanceof String text) {
      return text;
    }
    throw mustBe(name, "a text");
  }

  /// An object, an empty one when there is none. Anything else in its place would be taken for a
  /// query that matches everything.
  static Document document(Document command, String name) {
    Object value = command.get(name);
    if (value == null) {
      return new Document();
    }
    if (value instanceof Document document) {
      return document;
    }
    throw new TypeMismatchException("'" + name + "' must be an object");
  }

  /// The number if there is one.
  static int numberOr(int otherwise, @Nullable Object value) {
    return value instanceof Number number
        ? Math.clamp(number.longValue(), Integer.MIN_VALUE, Integer.MAX_VALUE)
        : otherwise;
  }

  /// The number if there is one, else 0; never less.
  static int notNegative(Document document, String name) {
    int number = numberOr(0, document.get(name));
    if (number < 0) {
      throw new MongoServerError(
          TOO_LOW, "BSON field '" + name + "' value must be >= 0, actual value '" + number + "'");
    }
    return number;
  }

  private static BadValueException mustBe(String name, String kind) {
    return new BadValueException("'" + name + "' must be " + kind);
  }
}
