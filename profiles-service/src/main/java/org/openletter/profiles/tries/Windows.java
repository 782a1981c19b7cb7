package org.openletter.profiles.tries;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openletter.platform.limit.Limit;

/// Counts by key in a sliding window. A use can be given back.
final class Windows<K> {

  private final Map<K, ArrayDeque<Instant>> uses = new Remembered<>();
  private final Limit limit;

  Windows(Limit limit) {
    this.limit = limit;
  }

  /// How long to wait, zero when not at all.
  Duration waitAt(K key, Instant now) {
    ArrayDeque<Instant> times = uses.get(key);
    if (times == null) {
      return Duration.ZERO;
    }
    Instant start = now.minus(limit.per());
    while (!times.isEmpty() && !times.peekFirst().isAfter(start)) {
      times.removeFirst();
    }
    Instant first = times.peekFirst();
    return times.size() < limit.times() || first == null
        ? Duration.ZERO
        : Duration.between(start, first);
  }

  void take(K key, Instant now) {
    uses.computeIfAbsent(key, _ -> new ArrayDeque<>()).addLast(now);
  }

  void giveBack(K key) {
    ArrayDeque<Instant> times = uses.get(key);
    if (times != null) {
      times.pollLast();
    }
  }

  /// The least recently used is forgotten first: memory is bounded whatever strangers send.
  static final class Remembered<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1;

    private static final int MOST_KEYS = 100_000;

    Remembered() {
      super(64, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > MOST_KEYS;
    }
  }
}
