package org.openletter.e2e;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for a condition, never for a time.
final class Waiting {

  private static final Duration LONGEST = Duration.ofSeconds(90);

  private Waiting() {}

  static void until(String what, BooleanSupplier condition) {
    Instant end = Instant.now().plus(LONGEST);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("never happened: " + what);
      }
      LockSupport.parkNanos(100_000_000);
    }
  }
}
