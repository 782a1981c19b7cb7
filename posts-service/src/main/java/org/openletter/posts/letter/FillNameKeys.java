package org.openletter.posts.letter;

import com.mongodb.MongoException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.problem.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Gives letters that became public before their names had keys the keys of today, so that nobody
/// can take their names either. Done once after a start, in the background; a letter is found by
/// what it lacks, so nothing else remembers how far it went.
@Component
class FillNameKeys implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(FillNameKeys.class);

  /// Letters that are read at a time; each is up to a few kB.
  private static final int MOST_AT_A_TIME = 50;

  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final MongoPublicNames names;

  private volatile @Nullable Thread worker;

  FillNameKeys(MongoPublicNames names) {
    this.names = names;
  }

  @Override
  public void start() {
    Thread thread = Thread.ofVirtual().name("keys of names").unstarted(this::work);
    worker = thread;
    thread.start();
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

  private void work() {
    int filled = 0;
    while (Thread.currentThread().equals(worker)) {
      try {
        int found = names.fill(MOST_AT_A_TIME);
        filled += found;
        if (found == 0) {
          if (filled > 0) {
            LOG.info("{} public letters have keys of their names now", filled);
          }
          return;
        }
      } catch (MongoException away) {
        LOG.warn("keys of names: trying again: {}", Failure.line(away));
        pause();
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
