package org.openletter.platform.limit;

import java.time.Duration;

/// So many times in so long a window.
///
/// @param times at least 1
/// @param per longer than nothing
public record Limit(int times, Duration per) {

  public Limit {
    if (times < 1 || per.isNegative() || per.isZero()) {
      throw new IllegalArgumentException("A limit allows at least 1 in a time longer than 0.");
    }
  }
}
