package org.openletter.embedded.key;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The order of values in every index: first by type as MongoDB ranks types, then by value.
///
/// It is total and never throws, because a map that cannot compare two keys loses entries. Equal
/// means equal for a query: 1 is 1.0, and a missing value is null.
public final class KeyOrder {

  static final int LOWEST_RANK = -1;
  static final int HIGHEST_RANK = 1000;

  private static final int NUMBER = 20;
  private static final int STRING = 30;
  private static final int DOCUMENT = 40;
  private static final int ARRAY = 50;
  private static final int PATTERN = 110;
  private static final int OTHER = 900;

  private KeyOrder() {}

  /// Negative, zero or positive, as [java.util.Comparator] has it.
  @SuppressWarnings("ReferenceEquality") // A shortcut; what is not the same object is compared.
  public static int compare(@Nullable Object left, @Nullable Object right) {
    if (left == right) {
      return 0;
    }
    int byRank = Integer.compare(rank(left), rank(right));
    if (byRank != 0) {
      return byRank;
    }
    if (left instanceof Edge edge) {
      return edge.after() ? 1 : -1;
    }
    if (right instanceof Edge edge) {
      return edge.after() ? -1 : 1;
    }
    return left == null || right == null ? 0 : compareWithinRank(left, right);
  }

  private static int compareWithinRank(Object left, Object right) {
    return switch (rank(left)) {
      case NUMBER -> compareNumbers((Number) left, (Number) right);
      case STRING -> left.toString().compareTo(right.toString());
      case DOCUMENT -> compareDocuments((Map<?, ?>) left, (Map<?, ?>) right);
      case ARRAY -> compareArrays((Collection<?>) left, (Collection<?>) right);
      case PATTERN, OTHER -> left.toString().compareTo(right.toString());
      default -> ValueComparator.asc().compare(left, right);
    };
  }

  static int rank(@Nullable Object value) {
    return switch (value) {
      case null -> 10;
      case Missing _ -> 10;
      case Edge edge -> edge.rank();
      case Number _ -> NUMBER;
      case String _ -> STRING;
      case Map<?, ?> _ -> DOCUMENT;
      case Collection<?> _ -> ARRAY;
      case BinData _ -> 60;
      case LegacyUUID _ -> 61;
      case UUID _ -> 62;
      case ObjectId _ -> 70;
      case Boolean _ -> 80;
      case Instant _ -> 90;
      case BsonTimestamp _ -> 100;
      case BsonRegularExpression _ -> PATTERN;
      case MinKey _ -> 0;
      case MaxKey _ -> 950;
      default -> OTHER;
    };
  }

  private static int compareNumbers(Number left, Number right) {
    if (isWhole(left) && isWhole(right)) {
      return Long.compare(left.longValue(), right.longValue());
    }
    double leftDouble = left.doubleValue();
    double rightDouble = right.doubleValue();
    if (leftDouble != rightDouble || leftDouble == 0) {
      return leftDouble == rightDouble ? 0 : Double.compare(leftDouble, rightDouble);
    }
    // The same double, but a long may have been rounded to it.
    return Double.isInfinite(leftDouble) ? 0 : exact(left).compareTo(exact(right));
  }

  private static boolean isWhole(Number number) {
    return number instanceof Integer || number instanceof Long;
  }

  private static BigDecimal exact(Number number) {
    // A decimal is compared as the double it is nearest to, as the query matcher does.
    return isWhole(number)
        ? BigDecimal.valueOf(number.longValue())
        : new BigDecimal(
            number instanceof Decimal128 decimal ? decimal.doubleValue() : number.doubleValue());
  }

  private static int compareDocuments(Map<?, ?> left, Map<?, ?> right) {
    Iterator<? extends Map.Entry<?, ?>> lefts = left.entrySet().iterator();
    Iterator<? extends Map.Entry<?, ?>> rights = right.entrySet().iterator();
    while (lefts.hasNext() && rights.hasNext()) {
      Map.Entry<?, ?> leftField = lefts.next();
      Map.Entry<?, ?> rightField = rights.next();
      int order = Integer.compare(rank(leftField.getValue()), rank(rightField.getValue()));
      order = order != 0 ? order : compare(leftField.getKey(), rightField.getKey());
      order = order != 0 ? order : compare(leftField.getValue(), rightField.getValue());
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  private static int compareArrays(Collection<?> left, Collection<?> right) {
    Iterator<?> lefts = left.iterator();
    Iterator<?> rights = right.iterator();
    while (lefts.hasNext() && rights.hasNext()) {
      int order = compare(lefts.next(), rights.next());
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }
}
