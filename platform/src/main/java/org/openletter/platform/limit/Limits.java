package org.openletter.platform.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Counts uses by bucket and key in memory, in a sliding window. Each instance counts for itself:
/// with n instances behind one balancer a limit is at most n times as wide.
public final class Limits {

  /// Keys remembered at once. The one that was not used for longest is forgotten first, so memory
  /// is bounded whatever strangers send.
  private static final int MOST_KEYS = 100_000;

  /// Uses remembered at once, of all keys. A use is at most 32 bytes and a key about 300: together
  /// 100 MB at worst.
  private static final int MOST_USES = 2_000_000;

  private final Clock clock;
  private final int mostUses;
  private final Map<String, ArrayDeque<Instant>> uses = new LinkedHashMap<>(256, 0.75f, true);
  private int remembered;

  /// Limits that look at this clock.
  public Limits(Clock clock) {
    this(clock, MOST_USES);
  }

  Limits(Clock clock, int mostUses) {
    this.clock = clock;
    this.mostUses = mostUses;
  }

  /// Takes one use of `key` in `bucket`. Empty when it was allowed; else how long to wait, and
  /// nothing was taken.
  public synchronized Optional<Duration> take(String bucket, String key, Limit limit) {
    Optional<Duration> wait = waitFor(bucket, key, limit);
    if (wait.isEmpty()) {
      uses.computeIfAbsent(name(bucket, key), _ -> new ArrayDeque<>()).addLast(clock.instant());
      remembered++;
      forget();
    }
    return wait;
  }

  /// How long to wait before a use would be allowed; empty when it is. Takes nothing.
  public synchronized Optional<Duration> waitFor(String bucket, String key, Limit limit) {
    String name = name(bucket, key);
    ArrayDeque<Instant> times = uses.get(name);
    if (times == null) {
      return Optional.empty();
    }
    Instant start = clock.instant().minus(limit.per());
    while (!times.isEmpty() && !times.peekFirst().isAfter(start)) {
      times.removeFirst();
      remembered--;
    }
    Instant first = times.peekFirst();
    if (first == null) {
      uses.remove(name);
      return Optional.empty();
    }
    return times.size() < limit.times()
        ? Optional.empty()
        : Optional.of(Duration.between(start, first));
  }

  /// The last use was none after all.
  public synchronized void giveBack(String bucket, String key) {
    ArrayDeque<Instant> times = uses.get(name(bucket, key));
    if (times != null && times.pollLast() != null) {
      remembered--;
    }
  }

  private void forget() {
    Iterator<ArrayDeque<Instant>> eldest = uses.values().iterator();
    while ((uses.size() > MOST_KEYS || remembered > mostUses) && eldest.hasNext()) {
      remembered -= eldest.next().size();
      eldest.remove();
    }
  }

  private static String name(String bucket, String key) {
    return bucket + '\n' + key;
  }
}
