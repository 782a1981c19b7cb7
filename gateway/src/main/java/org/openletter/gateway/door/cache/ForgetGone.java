package org.openletter.gateway.door.cache;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.problem.CallRefused;
import org.openletter.platform.problem.Failure;
import org.openletter.platform.problem.NoAnswer;
import org.openletter.platform.worker.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Asks every other second what is gone, and throws away the kept pages of those letters: also when
/// another gateway or the API took it away, and nobody has read the page since.
@Component
class ForgetGone extends Worker {

  private static final Logger LOG = LoggerFactory.getLogger(ForgetGone.class);

  /// Clocks of several instances differ a little, and a write may be seen a little after its time.
  private static final Duration OVERLAP = Duration.ofSeconds(5);

  /// As many letters as comments-service names at once.
  private static final int FULL = 500;

  private final GoneClient client;
  private final PageStore pages;
  private @Nullable Instant after;

  ForgetGone(GoneClient client, PageStore pages, CacheSettings settings) {
    super("asking what is gone", settings.fresh());
    this.client = client;
    this.pages = pages;
  }

  /// Asks once. While nobody answers, what is known stays known.
  void ask() {
    try {
      GoneClient.Gone gone = client.gone(after);
      List<String> letters = gone.letters();
      Instant until = gone.until();
      if (letters != null && until != null) {
        letters.forEach(pages::forgetLetter);
        // A full answer goes on where it ended, or it would be the same one for ever.
        after = letters.size() < FULL ? until.minus(OVERLAP) : until;
      }
    } catch (NoAnswer | CallRefused unknown) {
      LOG.debug("nobody says what is gone: {}", Failure.line(unknown));
    }
  }

  @Override
  protected Next work() {
    ask();
    return Next.LATER;
  }
}
