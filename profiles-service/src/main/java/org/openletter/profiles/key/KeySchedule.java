package org.openletter.profiles.key;

import java.time.Duration;
import org.openletter.platform.worker.Worker;
import org.springframework.stereotype.Component;

/// Looks once an hour whether the keys have to change; the first look makes the first key.
@Component
class KeySchedule extends Worker {

  private static final Duration PAUSE = Duration.ofHours(1);

  private final SigningKeys keys;

  KeySchedule(SigningKeys keys) {
    super("signing keys", PAUSE);
    this.keys = keys;
  }

  @Override
  protected Next work() {
    keys.rotateWhenDue();
    return Next.LATER;
  }
}
