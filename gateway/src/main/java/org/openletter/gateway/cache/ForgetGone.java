package org.openletter.gateway.cache;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.call.CallRefused;
import org.openletter.platform.call.NoAnswer;
import org.openletter.platform.problem.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Asks every other second what is gone, and throws away the kept pages of those letters: also when
/// another gateway or the API took it away, and nobody has read the page since.
@Component
class ForgetGone implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(ForgetGone.class);

  /// Clocks of several instances differ a little, and a write may be seen a little after its time.
  private static final Duration OVERLAP = Duration.ofSeconds(5);

  /// As many letters as comments-service names at once.
  private static final int FULL = 500;

  private final GoneClient client;
  private final PageStore pages;
  private final Duration pause;
  private @Nullable Instant after;
  private volatile @Nullable Thread worker;

  ForgetGone(GoneClient client, PageStore pages, CacheSettings settings) {
    this.client = client;
    this.pages = pages;
    this.pause = settings.fresh();
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
  public void start() {
    Thread thread = Thread.ofVirtual().name("cache: forgetting").unstarted(this::work);
    worker = thread;
    thread.start();
  }

  private void work() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        ask();
      } catch (RuntimeException unforeseen) {
        LOG.error("asking what is gone failed", Failure.withoutWords(unforeseen));
      }
      try {
        Thread.sleep(pause);
      } catch (InterruptedException stopping) {
        return;
      }
    }
  }

  @Override
  public void stop() {
    Thread thread = worker;
    worker = null;
    if (thread != null) {
      thread.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return worker != null;
  }
}
