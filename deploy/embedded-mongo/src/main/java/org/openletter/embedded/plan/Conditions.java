package org.openletter.embedded.plan;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.key.KeyOrder;

/// The conditions of a filter that must all hold, by field. What is not understood is left out.
final class Conditions {

  private static final int LONGEST_LIST = 1000;

  private final Map<String, Condition> byField = new HashMap<>();

  static Conditions of(Document filter) {
    Conditions conditions = new Conditions();
    conditions.addAll("", filter);
    return conditions;
  }

  @Nullable Condition on(String field) {
    return byField.get(field);
  }

  /// Whether only documents of a partial index can match.
  boolean imply(@Nullable Document partial) {
    if (partial == null) {
      return true;
    }
    return partial.entrySet().stream()
        .allMatch(wanted -> {
          Condition condition = byField.get(wanted.getKey());
          List<@Nullable Object> points = condition == null ? null : condition.points();
          return points != null
              && points.size() == 1
              && KeyOrder.compare(points.getFirst(), wanted.getValue()) == 0;
        });
  }

  private void addAll(String prefix, Document filter) {
    filter.forEach((name, value) -> add(prefix, name, value));
  }

  private void add(String prefix, String name, @Nullable Object value) {
    if (name.equals("$and") && value instanceof Collection<?> clauses) {
      for (Object clause : clauses) {
        if (clause instanceof Document document) {
          addAll(prefix, document);
        }
      }
    } else if (name.startsWith("$")) {
      return;
    } else if (value instanceof Document operators) {
      operators.forEach((operator, operand) -> apply(prefix + name, operator, operand));
    } else if (isPlain(value)) {
      condition(prefix + name).restrictTo(Collections.singletonList(value));
    }
  }

  private void apply(String field, String operator, @Nullable Object operand) {
    switch (operator) {
      case "$eq" -> {
        if (isPlain(operand)) {
          condition(field).restrictTo(Collections.singletonList(operand));
        }
      }
      case "$in" -> {
        if (operand instanceof Collection<?> values
            && values.size() <= LONGEST_LIST
            && values.stream().allMatch(Conditions::isPlain)) {
          condition(field).restrictTo(values);
        }
      }
      case "$exists" -> {
        if (Boolean.FALSE.equals(operand)) {
          condition(field).restrictTo(Collections.singletonList(null));
        }
      }
      case "$all" -> {
        if (operand instanceof List<?> values && !values.isEmpty() && isPlain(values.getFirst())) {
          condition(field).restrictTo(Collections.singletonList(values.getFirst()));
        }
      }
      case "$elemMatch" -> {
        if (operand instanceof Document inner) {
          addAll(field + ".", inner);
        }
      }
      case "$gt", "$gte" -> {
        if (operand != null && isComparable(operand)) {
          condition(field).above(new Bound(operand, operator.equals("$gt")));
        }
      }
      case "$lt", "$lte" -> {
        if (operand != null && isComparable(operand)) {
          condition(field).below(new Bound(operand, operator.equals("$lt")));
        }
      }
      default -> {
        // Left to the filter.
      }
    }
  }

  private Condition condition(String field) {
    return byField.computeIfAbsent(field, _ -> new Condition());
  }

  /// Values that an index finds by themselves. A document may be a pattern, an array may be meant
  /// as a whole or for its elements.
  private static boolean isPlain(@Nullable Object value) {
    return !(value instanceof Map
        || value instanceof Collection
        || value instanceof BsonRegularExpression);
  }

  private static boolean isComparable(Object value) {
    return isPlain(value) && !(value instanceof MinKey || value instanceof MaxKey);
  }
}
