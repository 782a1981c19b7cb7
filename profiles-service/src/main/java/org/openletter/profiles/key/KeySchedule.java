package org.openletter.profiles.key;

import com.mongodb.MongoException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.problem.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Looks once an hour whether the keys have to change; the first look makes the first key.
@Component
class KeySchedule implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(KeySchedule.class);

  private static final Duration PAUSE = Duration.ofHours(1);

  private final SigningKeys keys;

  private volatile @Nullable Thread worker;

  KeySchedule(SigningKeys keys) {
    this.keys = keys;
  }

  @Override
  public void start() {
    Thread thread = Thread.ofVirtual().name("signing keys").unstarted(this::work);
    worker = thread;
    thread.start();
  }

  private void work() {
    while (Thread.currentThread().equals(worker)) {
      try {
        keys.rotateWhenDue();
      } catch (MongoException failed) {
        LOG.warn("the signing keys could not be looked at: {}", Failure.line(failed));
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException _) {
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
