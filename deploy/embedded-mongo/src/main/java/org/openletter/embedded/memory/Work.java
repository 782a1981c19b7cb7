package org.openletter.embedded.memory;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Lets large commands run only as far as the heap is enough for all of them together. The others
/// wait their turn.
public final class Work {

  private static final int EXCEEDED_MEMORY_LIMIT = 146;

  /// Below this a command is not counted: all connections together need little then.
  private static final int SMALL = 64 << 10;

  private static final int KILOBYTE = 1024;
  private static final long PATIENCE_SECONDS = 20;

  private final Semaphore kilobytes;
  private final long most;

  /// With so many bytes for everything.
  public Work(long most) {
    this.most = most;
    this.kilobytes = new Semaphore((int) (most / KILOBYTE), true);
  }

  /// Takes the bytes a command needs and gives them back on close; refuses what never fits.
  public Share take(long bytes) {
    if (bytes < SMALL) {
      return new Share(0);
    }
    int needed = (int) Math.min(bytes / KILOBYTE, Integer.MAX_VALUE);
    try {
      if (bytes <= most && kilobytes.tryAcquire(needed, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return new Share(needed);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // The server is closing: nothing is begun any more.
    }
    throw new MongoServerError(
        EXCEEDED_MEMORY_LIMIT,
        "ExceededMemoryLimit",
        bytes <= most
            ? "embedded server: other large commands need the memory; ask again"
            : "embedded server: the command needs about "
                + (bytes >> 20)
                + " MB of memory, and there are "
                + (most >> 20)
                + " MB for it: send less at a time, or start the server with more memory");
  }

  /// What one command has taken.
  public final class Share implements AutoCloseable {

    private final int taken;

    private Share(int taken) {
      this.taken = taken;
    }

    @Override
    public void close() {
      kilobytes.release(taken);
    }
  }
}
