package org.openletter.embedded.database;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.BadValueException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One field of a command or a reply, of the kind it must be.
public final class Argument {

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

  /// The number if there is one.
  static int numberOr(int otherwise, @Nullable Object value) {
    return value instanceof Number number
        ? Math.clamp(number.longValue(), Integer.MIN_VALUE, Integer.MAX_VALUE)
        : otherwise;
  }

  private static BadValueException mustBe(String name, String kind) {
    return new BadValueException("'" + name + "' must be " + kind);
  }
}
