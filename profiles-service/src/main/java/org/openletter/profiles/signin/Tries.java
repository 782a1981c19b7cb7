package org.openletter.profiles.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Slows down whoever guesses. Tries are counted by what was typed as the handle, whether there is
/// such an account or not, and before anything is compared, so that a hundred at once are a
/// hundred. A refused try does not lengthen the wait. In memory, by instance; networks are counted
/// in the gateway.
@Component
public class Tries {

  // The least recently used is forgotten first: memory is bounded whatever strangers send.
  private static final int MOST_KEYS = 100_000;

  private static final int LONGEST_KEY = 64;

  private final TriesSettings settings;
  private final Clock clock;

  private final Map<String, Tried> records =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tried> eldest) {
          return size() > MOST_KEYS;
        }
      };

  Tries(TriesSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /// Begins a try. Empty when it may go on; else how long to wait.
  public synchronized Optional<Duration> begin(String typed) {
    Instant now = clock.instant();
    Tried tried = records.computeIfAbsent(key(typed), _ -> new Tried());
    if (tried.last.plus(settings.quiet()).isBefore(now)) {
      tried.forget();
    }
    if (now.isBefore(tried.next)) {
      return Optional.of(Duration.between(now, tried.next));
    }
    tried.last = now;
    tried.times.addLast(now);
    while (!tried.times.peekFirst().plus(settings.window()).isAfter(now)) {
      tried.times.removeFirst();
    }
    if (tried.waits > 0 || tried.times.size() >= settings.free()) {
      tried.next = now.plus(wait(tried.waits++));
    }
    return Optional.empty();
  }

  /// It was the owner: what was tried before is forgotten.
  public synchronized void succeeded(String typed) {
    records.remove(key(typed));
  }

  private Duration wait(int waits) {
    Duration wait = settings.firstWait().multipliedBy(1L << Math.min(waits, 20));
    return wait.compareTo(settings.longestWait()) > 0 ? settings.longestWait() : wait;
  }

  private static String key(String typed) {
    return typed.length() > LONGEST_KEY ? typed.substring(0, LONGEST_KEY) : typed;
  }

  private static final class Tried {

    private final ArrayDeque<Instant> times = new ArrayDeque<>();
    private Instant last = Instant.EPOCH;
    private Instant next = Instant.EPOCH;
    private int waits;

    private void forget() {
      times.clear();
      next = Instant.EPOCH;
      waits = 0;
    }
  }
}
