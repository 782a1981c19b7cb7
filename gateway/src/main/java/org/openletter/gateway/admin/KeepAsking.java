package org.openletter.gateway.admin;

import java.time.Duration;
import org.openletter.platform.worker.Worker;
import org.springframework.stereotype.Component;

/// Asks the services now and then, also while no admin looks: only so the page can say since when
/// one has been silent.
@Component
class KeepAsking extends Worker {

  private static final Duration PAUSE = Duration.ofSeconds(15);

  private final AskServices askServices;

  KeepAsking(AskServices askServices) {
    super("asking the services", PAUSE);
    this.askServices = askServices;
  }

  @Override
  protected Next work() throws InterruptedException {
    // First a pause: while all services start side by side, none of them is silent.
    Thread.sleep(PAUSE);
    askServices.ask();
    return Next.AGAIN;
  }
}
