package org.openletter.profiles.tries;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;

/// Some tries are free; after that each waits longer than the one before.
final class Growing {

  private final ArrayDeque<Instant> times = new ArrayDeque<>();
  private Instant last = Instant.EPOCH;
  private Instant next = Instant.EPOCH;
  private int waits;

  /// How long to wait, zero when not at all.
  Duration waitAt(Instant now, TriesSettings settings) {
    if (last.plus(settings.quiet()).isBefore(now)) {
      times.clear();
      next = Instant.EPOCH;
      waits = 0;
    }
    return now.isBefore(next) ? Duration.between(now, next) : Duration.ZERO;
  }

  void take(Instant now, TriesSettings settings) {
    last = now;
    times.addLast(now);
    while (!times.peekFirst().plus(settings.window()).isAfter(now)) {
      times.removeFirst();
    }
    if (waits > 0 || times.size() >= settings.free()) {
      next = now.plus(wait(waits++, settings));
    }
  }

  private static Duration wait(int waits, TriesSettings settings) {
    Duration wait = settings.firstWait().multipliedBy(1L << Math.min(waits, 20));
    return wait.compareTo(settings.longestWait()) > 0 ? settings.longestWait() : wait;
  }
}
