package org.openletter.gateway.admin;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.problem.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Asks the services now and then, also while no admin looks: only so the page can say since when
/// one has been silent.
@Component
class KeepAsking implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(KeepAsking.class);

  private static final Duration PAUSE = Duration.ofSeconds(15);

  private final AskServices askServices;
  private volatile @Nullable Thread worker;

  KeepAsking(AskServices askServices) {
    this.askServices = askServices;
  }

  @Override
  public void start() {
    Thread thread = Thread.ofVirtual().name("admin: asking").unstarted(this::work);
    worker = thread;
    thread.start();
  }

  private void work() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        Thread.sleep(PAUSE);
        askServices.ask();
      } catch (InterruptedException stopping) {
        return;
      } catch (RuntimeException unforeseen) {
        LOG.error("asking the services failed", Failure.withoutWords(unforeseen));
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
