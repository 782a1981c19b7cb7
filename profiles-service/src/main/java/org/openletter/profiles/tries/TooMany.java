package org.openletter.profiles.tries;

import java.time.Duration;

/// A try that has to wait. It was not counted, and nothing was compared.
///
/// @param retryAfter how long until the next one
public record TooMany(Why why, Duration retryAfter) {

  /// Where the many tries came from.
  public enum Why {

    /// From where this one came, for this handle.
    HERE,

    /// From this network, for many handles.
    NETWORK,

    /// From everywhere, for this handle. A browser that signed in to it before is let through.
    EVERYWHERE
  }

  /// What the person is told.
  public String sentence() {
    String again = " Nothing was compared. Try again in " + inWords() + ".";
    return switch (why) {
      case HERE -> "Too many tries for this handle." + again;
      case NETWORK -> "Too many tries from your network." + again;
      case EVERYWHERE ->
          "Somebody tries to guess the way into this account."
              + again
              + " A browser in which you signed in before works at once.";
    };
  }

  private String inWords() {
    long seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
    return seconds < 120 ? seconds + (seconds == 1 ? " second" : " seconds") : minutes(seconds);
  }

  private static String minutes(long seconds) {
    return (seconds + 59) / 60 + " minutes";
  }
}
