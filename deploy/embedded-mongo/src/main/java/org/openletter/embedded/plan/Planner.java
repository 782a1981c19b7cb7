package org.openletter.embedded.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.index.IndexField;
import org.openletter.embedded.index.PrimaryIndex;
import org.openletter.embedded.index.Scannable;

/// Chooses the index: the one with most leading fields tied to values, then a range, then the
/// order.
public final class Planner {

  /// More ranges than this cost more than they save.
  private static final int MOST_RANGES = 1000;

  private static final int WORTH_IDENTIFIED = 1000;
  private static final int WORTH_TIED = 10;
  private static final int WORTH_RANGE = 4;
  private static final int WORTH_ORDER = 5;

  private final Query query;
  private final Conditions conditions;

  private Planner(Query query) {
    this.query = query;
    this.conditions = Conditions.of(query.filter());
  }

  /// The best plan; a scan of all documents when no index helps.
  public static Plan plan(Query query, PrimaryIndex primary, List<? extends Scannable> others) {
    Planner planner = new Planner(query);
    if (query.hint() != null) {
      return planner.plan(hinted(query.hint(), primary, others));
    }
    Plan best = planner.plan(primary);
    if (query.sort().containsKey("$natural")) {
      return best; // The order of the documents themselves.
    }
    for (Scannable index : others) {
      if (planner.conditions.imply(index.partial())) {
        Plan plan = planner.plan(index);
        best = plan.worth() > best.worth() ? plan : best;
      }
    }
    return best;
  }

  private static Scannable hinted(
      Object hint, PrimaryIndex primary, List<? extends Scannable> others) {
    for (Scannable index : others) {
      if (index.getName().equals(hint)) {
        return index;
      }
    }
    return primary; // Whether the hint names an index was checked with the command.
  }

  private Plan plan(Scannable index) {
    List<List<@Nullable Object>> prefixes = List.of(List.of());
    int tied = 0;
    while (tied < index.parts().size()) {
      List<List<@Nullable Object>> longer = extended(prefixes, index.parts().get(tied));
      if (longer == null || longer.size() > MOST_RANGES) {
        break;
      }
      prefixes = longer;
      tied++;
    }
    Condition range = tied < index.parts().size() ? rangeOn(index.parts().get(tied)) : null;
    OrderMatch order = OrderMatch.of(index, query, conditions, tied);
    if (order != null && order.from() > tied) {
      order = null; // A list was too long to be used, so its field is not tied after all.
    }
    List<KeyRange> ranges = new ArrayList<>();
    for (List<@Nullable Object> prefix : prefixes) {
      ranges.add(KeyRange.of(index, prefix, range));
    }
    boolean ordered = order != null && !query.sort().isEmpty();
    int mergeFrom = order != null && ordered && ranges.size() > 1 ? order.from() : -1;
    int worth =
        tied * WORTH_TIED
            + (range == null ? 0 : WORTH_RANGE)
            + (ordered ? WORTH_ORDER : 0)
            + (tied >= index.identifying() ? WORTH_IDENTIFIED : 0);
    return new Plan(
        index,
        List.copyOf(ranges),
        order != null && order.backwards(),
        mergeFrom,
        order != null,
        tied > 0 || range != null || index.partial() != null,
        worth);
  }

  private @Nullable List<List<@Nullable Object>> extended(
      List<List<@Nullable Object>> prefixes, IndexField part) {
    Condition condition = conditions.on(part.name());
    List<@Nullable Object> points = condition == null ? null : condition.points();
    if (points == null) {
      return null;
    }
    List<List<@Nullable Object>> longer = new ArrayList<>();
    for (List<@Nullable Object> prefix : prefixes) {
      for (Object point : part.descending() ? points.reversed() : points) {
        List<@Nullable Object> extended = new ArrayList<>(prefix);
        extended.add(point);
        longer.add(extended);
      }
    }
    return longer;
  }

  private @Nullable Condition rangeOn(IndexField part) {
    Condition condition = conditions.on(part.name());
    return condition != null && condition.isRange() ? condition : null;
  }
}
