package org.openletter.profiles;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Waits for a condition, at most ten seconds.
public final class Eventually {

  private Eventually() {}

  /// Returns as soon as the assertion passes; else fails with its last message.
  public static void passes(Runnable assertion) {
    long giveUp = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (true) {
      try {
        assertion.run();
        return;
      } catch (AssertionError notYet) {
        if (System.nanoTime() > giveUp) {
          throw notYet;
        }
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
    }
  }
}
