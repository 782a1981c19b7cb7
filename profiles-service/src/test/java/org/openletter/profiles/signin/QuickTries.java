package org.openletter.profiles.signin;

import java.time.Clock;
import java.time.Duration;

/// Tries with the limits of the default settings.
public final class QuickTries {

  private QuickTries() {}

  public static Tries make(Clock clock) {
    return new Tries(
        new TriesSettings(
            10,
            Duration.ofMinutes(5),
            Duration.ofSeconds(15),
            Duration.ofMinutes(2),
            Duration.ofHours(1)),
        clock);
  }
}
