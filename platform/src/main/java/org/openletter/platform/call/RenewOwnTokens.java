package org.openletter.platform.call;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/// Looks every few seconds whether a token of this service's own is to be renewed, so that a
/// service that had nothing to ask for a while does not stand there with one that is about to end.
final class RenewOwnTokens implements SmartLifecycle {

  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final OwnTokens tokens;
  private volatile @Nullable Thread worker;

  RenewOwnTokens(OwnTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public void start() {
    Thread thread = Thread.ofVirtual().name("own tokens").unstarted(this::work);
    worker = thread;
    thread.start();
  }

  private void work() {
    while (Thread.currentThread().equals(worker)) {
      tokens.renewDue();
      try {
        Thread.sleep(PAUSE);
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
