package org.openletter.profiles.password;

import java.time.Duration;

/// Passwords that cost nothing, for tests about other things.
public final class QuickPasswords {

  private QuickPasswords() {}

  public static Passwords make() {
    return new Passwords(new PasswordSettings(64, 1, 4, Duration.ofSeconds(2)));
  }
}
