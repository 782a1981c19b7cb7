package org.openletter.embedded.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.index.IndexField;
import org.openletter.embedded.index.Scannable;

/// The order of an index gives the order a query asks for.
///
/// @param from the first part that matters for the order
record OrderMatch(int from, boolean backwards) {

  /// Null when the documents have to be sorted.
  ///
  /// @param tied how many leading parts are tied to single values
  static @Nullable OrderMatch of(Scannable index, Query query, Conditions conditions, int tied) {
    if (query.sort().isEmpty()) {
      return new OrderMatch(tied, false);
    }
    if (query.sort().containsKey("$natural")) {
      boolean isNatural = index.getName().equals("_id_");
      return isNatural ? new OrderMatch(tied, query.isDescending("$natural")) : null;
    }
    List<String> wanted = new ArrayList<>();
    for (String field : query.sort().keySet()) {
      if (!isOnePoint(conditions, field)) {
        wanted.add(field);
      }
    }
    if (index.isMultikey()) {
      return null; // One document would come at several places.
    }
    return wanted.isEmpty() ? new OrderMatch(tied, false) : walk(index, query, conditions, wanted);
  }

  private static @Nullable OrderMatch walk(
      Scannable index, Query query, Conditions conditions, List<String> wanted) {
    int from = -1;
    int matched = 0;
    boolean backwards = false;
    for (int i = 0; i < index.parts().size() && matched < wanted.size(); i++) {
      IndexField part = index.parts().get(i);
      if (part.name().equals(wanted.get(matched))) {
        boolean against = part.descending() != query.isDescending(part.name());
        if (matched > 0 && against != backwards) {
          return null;
        }
        from = matched == 0 ? i : from;
        backwards = against;
        matched++;
      } else if (!isTied(conditions, part.name())
          || (matched > 0 && !isOnePoint(conditions, part.name()))) {
        return null;
      }
    }
    return matched == wanted.size() ? new OrderMatch(from, backwards) : null;
  }

  private static boolean isOnePoint(Conditions conditions, String field) {
    Condition condition = conditions.on(field);
    return condition != null && condition.isOnePoint();
  }

  private static boolean isTied(Conditions conditions, String field) {
    Condition condition = conditions.on(field);
    return condition != null && condition.points() != null;
  }
}
