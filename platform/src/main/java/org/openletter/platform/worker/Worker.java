package org.openletter.platform.worker;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.problem.Failure;
import org.openletter.platform.problem.NoAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Does a piece of work again and again in a thread of its own, from the start of the service until
/// its end. No exception ends it: what failed is logged without its words and tried again after a
/// pause, because the work waits where it is.
public abstract class Worker implements SmartLifecycle {

  /// What comes after a piece of work.
  public enum Next {
    /// There may be more: at once.
    AGAIN,
    /// After the pause.
    LATER,
    /// Nothing any more until the next start.
    NEVER
  }

  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

  /// The shortest pause after a failure, so that a database that is away is not asked, and spoken
  /// of, several times a second.
  private static final Duration SHORTEST_AFTER_FAILURE = Duration.ofSeconds(1);

  private final String title;
  private final Duration pause;

  private volatile @Nullable Thread thread;

  /// A worker that is started and stopped with the service.
  ///
  /// @param title for the log and the thread, in plain words
  /// @param pause between two pieces when there was nothing more to do; after a failure as long,
  ///   and 1 s at least
  protected Worker(String title, Duration pause) {
    this.title = title;
    this.pause = pause;
  }

  /// A worker that does this piece of work.
  ///
  /// @param more does one piece; says whether there may be more to do at once
  public static Worker of(String title, Duration pause, BooleanSupplier more) {
    return new Worker(title, pause) {
      @Override
      protected Next work() {
        return more.getAsBoolean() ? Next.AGAIN : Next.LATER;
      }
    };
  }

  /// Does one piece.
  ///
  /// @throws InterruptedException when the service stops
  protected abstract Next work() throws InterruptedException;

  @Override
  public final void start() {
    Thread started = Thread.ofVirtual().name(title).unstarted(this::run);
    thread = started;
    started.start();
  }

  @Override
  public final void stop() {
    Thread stopped = thread;
    thread = null;
    if (stopped != null) {
      stopped.interrupt();
    }
  }

  @Override
  public final boolean isRunning() {
    return thread != null;
  }

  private void run() {
    try {
      Next next = Next.AGAIN;
      while (next != Next.NEVER && Thread.currentThread().equals(thread)) {
        next = once();
        if (next == Next.LATER) {
          Thread.sleep(pause);
        }
      }
    } catch (InterruptedException stopping) {
      // The service stops; what was begun waits for its next start.
    }
  }

  private Next once() throws InterruptedException {
    try {
      return work();
    } catch (MongoException | NoAnswer | IllegalStateException failed) {
      LOG.warn("{}: trying again: {}", title, Failure.line(failed));
    } catch (RuntimeException | Error bug) {
      LOG.error("{}: trying again", title, Failure.withoutWords(bug));
    }
    Thread.sleep(pause.compareTo(SHORTEST_AFTER_FAILURE) < 0 ? SHORTEST_AFTER_FAILURE : pause);
    return Next.AGAIN;
  }
}
