package org.openletter.embedded.memory;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Lets large commands run only as far as the heap is enough for all of them together. The others
/// wait their turn.
public final class Work {

  /// Of the heap this process was started with.
  public static final Work OF_THIS_PROCESS = new Work(Limits.OF_THIS_PROCESS.work());

  private static final int EXCEEDED_MEMORY_LIMIT = 146;

  /// Below this a command is not counted: all connections together need little then.
  private static final int SMALL = 64 << 10;

  private static final int KILOBYTE = 1024;
  private static final long PATIENCE_SECONDS = 20;

  private final Semaphore kilobytes;
  private final long most;
  private final List<BooleanSupplier> spare = new CopyOnWriteArrayList<>();

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
    while (bytes <= most && kilobytes.availablePermits() < needed && somethingWasLetGo()) {
      // Until it is enough, or nothing is left that could be let go.
    }
    try {
      if (bytes <= most && kilobytes.tryAcquire(needed, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return new Share(needed);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // The server is closing: nothing is begun any more.
    }
    throw bytes <= most ? busy() : tooMuch(bytes, most);
  }

  /// Takes bytes at once, for a command that has some already: it does not wait for another that
  /// may be waiting for it.
  void takeNow(long bytes) {
    while (!kilobytes.tryAcquire((int) (bytes / KILOBYTE))) {
      if (!somethingWasLetGo()) {
        throw busy();
      }
    }
  }

  /// Something that holds memory and can do without: it is asked to let go of a part when there is
  /// too little, and answers false when it has none to spare.
  public void mayAsk(BooleanSupplier letGo) {
    spare.add(letGo);
  }

  /// Asks it no more.
  public void mayNotAsk(BooleanSupplier letGo) {
    spare.remove(letGo);
  }

  private boolean somethingWasLetGo() {
    return spare.stream().anyMatch(BooleanSupplier::getAsBoolean);
  }

  /// What is free now.
  public long left() {
    return (long) kilobytes.availablePermits() * KILOBYTE;
  }

  void giveBack(long bytes) {
    kilobytes.release((int) (bytes / KILOBYTE));
  }

  private static MongoServerError busy() {
    return refusal("other large commands need the memory; ask again");
  }

  static MongoServerError tooMuch(long bytes, long most) {
    return refusal(
        "the command needs about "
            + (bytes >> 20)
            + " MB of memory, and there are "
            + (most >> 20)
            + " MB for it: ask for less at a time, or start the server with more memory");
  }

  /// Error 146, which says that there is too little memory.
  public static MongoServerError refusal(String sentence) {
    return new MongoServerError(
        EXCEEDED_MEMORY_LIMIT, "ExceededMemoryLimit", "embedded server: " + sentence);
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
