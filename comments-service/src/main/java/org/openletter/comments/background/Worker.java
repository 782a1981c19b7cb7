package org.openletter.comments.background;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.problem.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Does a piece of work again and again in a thread of its own, with a pause when there was nothing
/// to do. A failure is logged and tried again after a pause: the work waits in the database.
public final class Worker implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

  private final String name;
  private final Duration pause;
  private final BooleanSupplier work;

  private volatile @Nullable Thread thread;

  /// A worker that is started and stopped with the service.
  ///
  /// @param work does one piece; says whether there may be more to do at once
  public Worker(String name, Duration pause, BooleanSupplier work) {
    this.name = name;
    this.pause = pause;
    this.work = work;
  }

  @Override
  public void start() {
    Thread started = Thread.ofVirtual().name(name).unstarted(this::run);
    thread = started;
    started.start();
  }

  @Override
  public void stop() {
    Thread stopped = thread;
    thread = null;
    if (stopped != null) {
      stopped.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void run() {
    while (Thread.currentThread().equals(thread)) {
      boolean more = false;
      try {
        more = work.getAsBoolean();
      } catch (MongoException | IllegalStateException failed) {
        LOG.warn("{}: trying again: {}", name, Failure.line(failed));
      } catch (RuntimeException bug) {
        LOG.error("{}: trying again", name, Failure.withoutWords(bug));
      }
      if (!more && !paused()) {
        return;
      }
    }
  }

  private boolean paused() {
    try {
      Thread.sleep(pause);
      return true;
    } catch (InterruptedException stopping) {
      return false;
    }
  }
}
