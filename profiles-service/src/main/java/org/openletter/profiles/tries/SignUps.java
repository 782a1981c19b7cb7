package org.openletter.profiles.tries;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.openletter.platform.limit.Limit;
import org.openletter.platform.limit.Limits;
import org.springframework.stereotype.Component;

/// Counts the accounts that one block of addresses makes. One that was not made after all is given
/// back: typing mistakes lock nobody out.
@Component
public class SignUps {

  private static final String BUCKET = "sign-ups";

  private final Limits made;
  private final Limit limit;

  SignUps(SignUpSettings settings, Clock clock) {
    this.made = new Limits(clock);
    this.limit = new Limit(settings.times(), settings.per());
  }

  /// Counts one before it is made. Empty when it may be; else how long to wait.
  public Optional<Duration> begin(Guesser.Stranger stranger) {
    return made.take(BUCKET, stranger.block(), limit);
  }

  /// None was made.
  public void giveBack(Guesser.Stranger stranger) {
    made.giveBack(BUCKET, stranger.block());
  }
}
