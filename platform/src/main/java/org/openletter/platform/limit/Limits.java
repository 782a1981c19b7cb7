package org.openletter.platform.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Counts uses by bucket and key in memory, in a sliding window. Each instance counts for itself:
/// with n instances behind one balancer a limit is at most n times as wide.
public final class Limits {

  /// Keys remembered at once; the least recently used one is forgotten first, so memory is bounded
  /// whatever strangers send. 100,000 keys of 60 uses are about 100 MB at the very worst, 10 MB in
  /// practice.
  private static final int MOST_KEYS = 100_000;

  private final Clock clock;

  private final Map<String, ArrayDeque<Instant>> uses =
      new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ArrayDeque<Instant>> eldest) {
          return size() > MOST_KEYS;
        }
      };

  /// Limits that look at this clock.
  public Limits(Clock clock) {
    this.clock = clock;
  }

  /// Takes one use of `key` in `bucket`. Empty when it was allowed; else how long to wait, and
  /// nothing was taken.
  public synchronized Optional<Duration> take(String bucket, String key, Limit limit) {
    Instant now = clock.instant();
    Instant start = now.minus(limit.per());
    ArrayDeque<Instant> times = uses.computeIfAbsent(bucket + '\n' + key, _ -> new ArrayDeque<>());
    while (!times.isEmpty() && !times.peekFirst().isAfter(start)) {
      times.removeFirst();
    }
    if (times.size() >= limit.times()) {
      return Optional.of(Duration.between(start, times.peekFirst()));
    }
    times.addLast(now);
    return Optional.empty();
  }
}
