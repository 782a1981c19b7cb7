package org.openletter.profiles.tries;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.openletter.platform.limit.Limit;
import org.springframework.stereotype.Component;

/// Counts the accounts that one block of addresses makes. One that was not made after all is given
/// back: typing mistakes lock nobody out.
@Component
public class SignUps {

  private final Windows<String> made;
  private final Clock clock;

  SignUps(SignUpSettings settings, Clock clock) {
    this.made = new Windows<>(new Limit(settings.times(), settings.per()));
    this.clock = clock;
  }

  /// Counts one before it is made. Empty when it may be; else how long to wait.
  public synchronized Optional<Duration> begin(Guesser.Stranger stranger) {
    Instant now = clock.instant();
    Duration wait = made.waitAt(stranger.block(), now);
    if (wait.isZero()) {
      made.take(stranger.block(), now);
      return Optional.empty();
    }
    return Optional.of(wait);
  }

  /// None was made.
  public synchronized void giveBack(Guesser.Stranger stranger) {
    made.giveBack(stranger.block());
  }
}
