package org.openletter.profiles.tries;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.openletter.platform.secret.Secrets;

/// Tries with the limits of the default settings.
public final class QuickTries {

  /// A browser that nobody signed in with.
  public static final Guesser.Stranger STRANGER = new Guesser.Stranger("somewhere", false);

  private QuickTries() {}

  public static Tries make(Clock clock) {
    return new Tries(
        new TriesSettings(
            10,
            Duration.ofMinutes(5),
            Duration.ofSeconds(15),
            Duration.ofMinutes(2),
            Duration.ofHours(1),
            100,
            Duration.ofHours(1)),
        new NetworkTriesSettings(25, Duration.ofMinutes(5)),
        clock);
  }

  /// Known browsers of this site.
  public static KnownBrowsers knownBrowsers(String origin, Clock clock) {
    try {
      Path folder = Files.createTempDirectory("secrets");
      Files.writeString(folder.resolve("signing.key"), "for-tests-only");
      return new KnownBrowsers(URI.create(origin), new Secrets(folder), clock);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
