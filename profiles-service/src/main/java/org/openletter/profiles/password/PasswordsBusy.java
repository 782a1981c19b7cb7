package org.openletter.profiles.password;

import java.time.Duration;

/// Too many passwords are being hashed at once. Answered with 503 and how long to wait.
public final class PasswordsBusy extends RuntimeException {

  private static final long serialVersionUID = 1;

  /// How long to wait before trying again.
  public static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  PasswordsBusy() {
    super("too many passwords are being hashed", null, false, false);
  }
}
