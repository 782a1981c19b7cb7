package org.openletter.embedded.database;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.TypeMismatchException;
import org.jspecify.annotations.Nullable;

/// What an order must look like. Anything else would be taken for descending.
final class SortRules {

  private static final int NOT_A_DIRECTION = 15975;

  private SortRules() {}

  static void check(@Nullable Object sort) {
    if (sort == null) {
      return;
    }
    if (!(sort instanceof Document fields)) {
      throw new TypeMismatchException("'sort' must be an object");
    }
    fields.forEach((field, direction) -> {
      boolean valid = direction instanceof Number number && Math.abs(number.doubleValue()) == 1;
      if (!valid) {
        throw new MongoServerError(
            NOT_A_DIRECTION,
            "$sort key ordering must be 1 (for ascending) or -1 (for descending), not so for '"
                + field
                + "'");
      }
    });
  }
}
