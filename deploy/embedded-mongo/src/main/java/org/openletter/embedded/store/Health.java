package org.openletter.embedded.store;

import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.refusal.NeedsRestart;
import org.openletter.embedded.refusal.WriteRefused;

/// Whether what is in memory may still be trusted.
final class Health {

  private final MVStore store;
  private volatile @Nullable Throwable broken;

  Health(MVStore store) {
    this.store = store;
  }

  @Nullable Throwable broken() {
    return broken;
  }

  void require() {
    Throwable reason = broken;
    if (reason != null) {
      throw new NeedsRestart(reason);
    }
  }

  /// Runs something that reads. The store closes itself when its file fails.
  <T> T reading(Supplier<T> work) {
    try {
      return work.get();
    } catch (MVStoreException e) {
      if (store.isClosed()) {
        broken = e;
      }
      throw e;
    }
  }

  /// Runs a change. An error in the middle of it may leave an index without its document, so
  /// nothing of it may be saved; what was acknowledged is in the redo log.
  <T> T changing(Supplier<T> work) {
    try {
      return reading(work);
    } catch (Error e) {
      broken = e;
      throw e;
    }
  }

  /// Runs a checkpoint. After one that failed nobody knows what the disk has: a force that failed
  /// may succeed the next time without the data. A refusal comes before anything was saved.
  void saving(Runnable work) {
    try {
      work.run();
    } catch (WriteRefused e) {
      throw e;
    } catch (RuntimeException | Error e) {
      broken = e;
      throw e;
    }
  }

  /// Says that what is in memory may be half of a change.
  void breakDown(Throwable reason) {
    broken = reason;
  }
}
