package org.openletter.embedded.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.key.Key;
import org.openletter.embedded.key.KeyOrder;

/// What an index can use of the conditions on one field: single values, or a range.
///
/// It lets through at least every document that matches; the filter itself has the last word.
final class Condition {

  private @Nullable List<@Nullable Object> points;
  private @Nullable Bound low;
  private @Nullable Bound high;

  /// Of several lists the shortest is used; each of them is a condition that must hold.
  void restrictTo(Collection<? extends @Nullable Object> values) {
    TreeSet<@Nullable Object> sorted = new TreeSet<>(KeyOrder::compare);
    sorted.addAll(values);
    if (points == null || sorted.size() < points.size()) {
      points = new ArrayList<>(sorted);
    }
  }

  void above(Bound bound) {
    low = bound;
  }

  void below(Bound bound) {
    high = bound;
  }

  /// In ascending order, or null when the field is not tied to single values.
  @Nullable List<@Nullable Object> points() {
    return points;
  }

  boolean isOnePoint() {
    return points != null && points.size() == 1;
  }

  boolean isRange() {
    return points == null && (low != null || high != null);
  }

  /// The lower end: without one, the first value of the type of the upper end, because a range
  /// matches values of its own type only.
  Bound lower() {
    if (low != null) {
      return low;
    }
    Object edge = high == null ? Key.LOWEST : Key.beforeTypeOf(high.value());
    return new Bound(edge, false);
  }

  /// The upper end; see [#lower].
  Bound upper() {
    if (high != null) {
      return high;
    }
    Object edge = low == null ? Key.HIGHEST : Key.afterTypeOf(low.value());
    return new Bound(edge, false);
  }
}
