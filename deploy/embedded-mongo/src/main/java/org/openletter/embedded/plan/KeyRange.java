package org.openletter.embedded.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.index.Scannable;
import org.openletter.embedded.key.Key;

/// Neighbouring entries of an index, both ends included.
public record KeyRange(Key first, Key last) {

  /// The entries that begin with these values and, if there is a condition, are within it in the
  /// part that follows.
  static KeyRange of(Scannable index, List<@Nullable Object> prefix, @Nullable Condition next) {
    int size = index.parts().size();
    @Nullable Object[] first = new Object[size];
    @Nullable Object[] last = new Object[size];
    int position = 0;
    for (Object value : prefix) {
      first[position] = value;
      last[position] = value;
      position++;
    }
    boolean firstExcluded = false;
    boolean lastExcluded = false;
    if (next != null) {
      boolean descending = index.parts().get(position).descending();
      Bound lower = next.lower();
      Bound upper = next.upper();
      Bound start = descending ? upper : lower;
      Bound end = descending ? lower : upper;
      first[position] = start.value();
      last[position] = end.value();
      firstExcluded = start.excluded();
      lastExcluded = end.excluded();
      position++;
    }
    for (; position < size; position++) {
      boolean descending = index.parts().get(position).descending();
      first[position] = firstExcluded == descending ? Key.LOWEST : Key.HIGHEST;
      last[position] = lastExcluded == descending ? Key.HIGHEST : Key.LOWEST;
    }
    return new KeyRange(new Key(first), new Key(last));
  }
}
