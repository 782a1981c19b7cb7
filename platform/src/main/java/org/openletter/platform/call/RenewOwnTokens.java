package org.openletter.platform.call;

import java.time.Duration;
import org.openletter.platform.worker.Worker;

/// Looks every few seconds whether a token of this service's own is to be renewed, so that a
/// service that had nothing to ask for a while does not stand there with one that is about to end.
final class RenewOwnTokens extends Worker {

  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final OwnTokens tokens;

  RenewOwnTokens(OwnTokens tokens) {
    super("own tokens", PAUSE);
    this.tokens = tokens;
  }

  @Override
  protected Next work() {
    tokens.renewDue();
    return Next.LATER;
  }
}
