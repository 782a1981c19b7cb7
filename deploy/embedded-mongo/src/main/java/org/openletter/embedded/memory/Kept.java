package org.openletter.embedded.memory;

import de.bwaldvogel.mongo.exception.MongoServerError;
import org.jspecify.annotations.Nullable;

/// What the command of this thread keeps while it works: the documents of a sort, the groups of an
/// aggregation, a result that waits for its reader. It is counted while it grows, and the command
/// is refused before the heap is full.
public final class Kept implements AutoCloseable {

  private static final ThreadLocal<@Nullable Kept> CURRENT = new ThreadLocal<>();

  /// Taken from what all commands share, so many bytes at a time.
  private static final int STEP = 256 << 10;

  private final Work work;
  private final long most;

  // Guarded by this object's monitor: who ends it may be another thread than who counts.
  private long bytes;
  private long taken;
  private boolean closed;

  Kept(Work work, long most) {
    this.work = work;
    this.most = most;
  }

  /// Begins to count for the command this thread runs from now on.
  public static void begin() {
    begin(ofThisProcess());
  }

  /// Goes on with what an earlier command left when it was taken away from it.
  public static void begin(Kept kept) {
    CURRENT.set(kept);
  }

  private static Kept ofThisProcess() {
    return new Kept(Work.OF_THIS_PROCESS, Limits.OF_THIS_PROCESS.command());
  }

  /// Takes what was counted away from the command, which may end without giving it back.
  public static Kept detach() {
    Kept kept = CURRENT.get();
    CURRENT.remove();
    return kept == null ? ofThisProcess() : kept;
  }

  /// Ends the command: what it kept is let go of, unless it was taken away.
  public static void end() {
    Kept kept = CURRENT.get();
    if (kept != null) {
      kept.close();
    }
  }

  /// Counts bytes that are kept from now on, or with a minus some that are not any more. Outside of
  /// a command nothing is counted.
  public static void add(long more) {
    Kept kept = CURRENT.get();
    if (kept != null) {
      kept.change(more);
    }
  }

  /// The same, but false instead of an error when there is no memory; then nothing was counted.
  public static boolean tryAdd(long more) {
    try {
      add(more);
      return true;
    } catch (MongoServerError e) {
      return false;
    }
  }

  /// What is counted now, for [#backTo].
  public static long mark() {
    Kept kept = CURRENT.get();
    return kept == null ? 0 : kept.counted();
  }

  /// Counts again only what was counted at the mark.
  public static void backTo(long mark) {
    add(mark - mark());
  }

  private synchronized long counted() {
    return bytes;
  }

  /// Whether something is given back when this ends.
  public synchronized boolean isTaken() {
    return taken > 0;
  }

  private synchronized void change(long more) {
    if (closed) {
      return;
    }
    if (bytes + more > most) {
      throw Work.tooMuch(bytes + more, most);
    }
    try {
      while (taken < bytes + more - STEP) {
        work.takeNow(STEP);
        taken += STEP;
      }
      bytes += more;
    } finally {
      while (taken >= bytes + STEP) {
        work.giveBack(STEP);
        taken -= STEP;
      }
    }
  }

  /// Gives everything back, once.
  @Override
  public void close() {
    if (CURRENT.get() == this) {
      CURRENT.remove();
    }
    synchronized (this) {
      closed = true;
      bytes = 0;
      work.giveBack(taken);
      taken = 0;
    }
  }
}
