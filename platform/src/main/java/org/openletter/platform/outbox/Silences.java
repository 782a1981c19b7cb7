package org.openletter.platform.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Who did not answer, and until when he is not asked again: longer with each failure in a row, and
/// half as long as what he was asked waits. Every instance finds out by itself.
final class Silences {

  private record Silence(int failures, Instant until) {}

  private final Map<String, Silence> byName = new ConcurrentHashMap<>();
  private final OutboxSettings settings;

  Silences(OutboxSettings settings) {
    this.settings = settings;
  }

  boolean silent(String name, Instant now) {
    return until(name).isAfter(now);
  }

  /// Long ago for somebody who answered.
  Instant until(String name) {
    Silence silence = byName.get(name);
    return silence == null ? Instant.EPOCH : silence.until();
  }

  /// Somebody did not answer. True when he did the last time.
  boolean failed(String name, Instant now) {
    Silence before = byName.get(name);
    int failures = before == null ? 0 : before.failures();
    byName.put(name, new Silence(failures + 1, now.plus(waitAfter(failures).dividedBy(2))));
    return failures == 0;
  }

  void answered(String name) {
    byName.remove(name);
  }

  /// The wait after so many failures in a row before this one.
  Duration waitAfter(int failures) {
    Duration wait = settings.firstWait().multipliedBy(1L << Math.min(failures, 10));
    return wait.compareTo(settings.longestWait()) > 0 ? settings.longestWait() : wait;
  }
}
