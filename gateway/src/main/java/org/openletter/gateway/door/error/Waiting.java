package org.openletter.gateway.door.error;

import java.time.Duration;
import org.openletter.platform.problem.Problem;

/// Says how long to wait.
public final class Waiting {

  private Waiting() {}

  /// "1 second", "40 seconds", "3 minutes", "2 hours"; never less than it is.
  public static String inWords(Duration wait) {
    long seconds = Problem.seconds(wait);
    if (seconds < 90) {
      return count(seconds, "second");
    }
    long minutes = (seconds + 59) / 60;
    return minutes < 90 ? count(minutes, "minute") : count((minutes + 59) / 60, "hour");
  }

  private static String count(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }
}
