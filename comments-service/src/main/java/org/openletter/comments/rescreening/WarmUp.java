package org.openletter.comments.rescreening;

import java.time.Duration;
import org.openletter.comments.screening.ScreenText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/// Fetches the token of this service and screens one text before the first person waits for it: the
/// first calls of a cold process take longer than their limit. Readiness waits for it a few seconds
/// at most; when the others are not there yet, it starts without.
@Component
class WarmUp implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

  private static final Duration LONGEST = Duration.ofSeconds(3);

  /// Fewer than open the breaker.
  private static final int CALLS = 3;

  private final ScreenText screening;

  WarmUp(ScreenText screening) {
    this.screening = screening;
  }

  @Override
  public void run(ApplicationArguments arguments) throws InterruptedException {
    Thread calls = Thread.ofVirtual().name("warm-up").start(this::call);
    calls.join(LONGEST);
  }

  private void call() {
    for (int calls = 0; calls < CALLS; calls++) {
      if (screening.answers()) {
        LOG.info("the screening answers");
        return;
      }
    }
    LOG.info("the screening does not answer yet: responses wait until it does");
  }
}
