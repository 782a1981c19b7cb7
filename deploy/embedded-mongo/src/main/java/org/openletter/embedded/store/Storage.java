package org.openletter.embedded.store;

import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.log.Change;

/// Everything that is kept: maps of keys, in one file or in memory.
///
/// Changes of single documents share a gate that a checkpoint has to itself. So a checkpoint sees
/// each of them wholly or not at all, and data and indexes are saved together. Between two
/// documents a long command lets a checkpoint through, because what is not saved yet is kept in
/// memory.
///
/// Locks are taken in this order: definitions, the lock of a collection, the gate.
public final class Storage implements AutoCloseable {

  /// What a heap of 96 MB can hold of changes that are not saved yet.
  private static final int UNSAVED_BYTES = 12 << 20;

  private final MVStore store;
  private final @Nullable Durability durability;
  private final Maps maps;
  private final ReentrantReadWriteLock definitions = new ReentrantReadWriteLock(true);
  private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock(true);
  private final Health health;
  private final Undo undo = new Undo();
  private volatile boolean recovered;

  private Storage(MVStore store, MVMap<String, Long> facts, @Nullable Durability durability) {
    this.store = store;
    this.health = new Health(store);
    this.durability = durability;
    this.maps = new Maps(store, facts, undo, () -> checkpointIfMuch(false));
    maps.removeUnfinished();
  }

  /// Nothing survives [#close]; for tests.
  public static Storage inMemory(Settings settings) {
    MVStore store = StoreFile.inMemory();
    return new Storage(store, store.openMap("facts"), null);
  }

  /// The data of a folder, which this process then has to itself.
  public static Storage inFolder(Path folder, Settings settings) {
    return inFolder(folder, settings, new StoreFile(folder, settings));
  }

  static Storage inFolder(Path folder, Settings settings, StoreFile file) {
    Opening.Opened opened = new Opening(folder, file).open();
    try {
      return new Storage(opened.store(), opened.facts(), new Durability(opened, folder, settings));
    } catch (RuntimeException e) {
      opened.store().closeImmediately();
      throw e;
    }
  }

  /// Brings in what was acknowledged after the last checkpoint, and from then on logs changes.
  /// Called once, when the collections and indexes of the store are open.
  public void recover(Consumer<Change> apply) {
    if (durability != null) {
      durability.recover(apply);
    }
    recovered = true;
  }

  /// The maps in it.
  public Maps maps() {
    return maps;
  }

  /// Queues a changed document for the redo log. Called inside [#write], under the lock that orders
  /// changes of this document.
  public void log(Change change) {
    if (durability != null && !undo.keep(change)) {
      durability.log(change);
    }
  }

  /// Runs a reading command; what it sees stays readable until it is finished.
  public <T> T read(Supplier<T> command) {
    health.require();
    return pinned(command);
  }

  private <T> T pinned(Supplier<T> command) {
    MVStore.TxCounter usage = store.registerVersionUsage();
    try {
      return health.reading(command);
    } finally {
      store.deregisterVersionUsage(usage);
    }
  }

  /// Runs a writing command and returns when its changes are on the disk.
  public <T> T write(Supplier<T> command) {
    refuseIfUnwritable();
    T result;
    Durability.@Nullable Receipt receipt = null;
    definitions.readLock().lock();
    try {
      result = pinned(command);
      if (durability != null) {
        receipt = durability.receipt();
      }
    } finally {
      definitions.readLock().unlock();
    }
    if (receipt != null) {
      receipt.await();
    }
    return result;
  }

  /// Runs the part of a command that changes one document and its entries in the indexes. It is
  /// done and saved wholly or not at all: an exception takes back what was written before it.
  public <T> T change(Supplier<T> step) {
    T result;
    gate.readLock().lock();
    try {
      result = undo.run(step, true, health, this::log);
    } finally {
      gate.readLock().unlock();
    }
    makeRoom();
    return result;
  }

  /// Runs something that also changes what is remembered outside the maps, such as which
  /// collections there are. It cannot be taken back: an exception after the first write is the end
  /// of this process.
  public <T> T create(Supplier<T> step) {
    gate.readLock().lock();
    try {
      return undo.run(step, false, health, this::log);
    } finally {
      gate.readLock().unlock();
    }
  }

  /// Between two documents, when this thread has no part in the gate.
  private void makeRoom() {
    if (isMuch() && gate.getReadHoldCount() == 0 && !gate.isWriteLockedByCurrentThread()) {
      gate.writeLock().lock();
      try {
        checkpointIfMuch(true);
      } finally {
        gate.writeLock().unlock();
      }
    }
  }

  private void checkpointIfMuch(boolean logged) {
    if (isMuch()) {
      checkpoint(logged);
    }
  }

  private boolean isMuch() {
    return durability != null && store.getUnsavedMemory() > UNSAVED_BYTES;
  }

  /// Runs a command that changes collections or indexes, alone, and returns after a checkpoint.
  public <T> T define(Supplier<T> command) {
    refuseIfUnwritable();
    definitions.writeLock().lock();
    gate.writeLock().lock();
    try {
      T result = health.changing(() -> pinned(command));
      checkpoint(false);
      return result;
    } finally {
      gate.writeLock().unlock();
      definitions.writeLock().unlock();
    }
  }

  /// Saves everything and begins a new redo log, if there is anything in the present one.
  public void checkpointIfNeeded() {
    if (durability == null || health.broken() != null || !durability.needsCheckpoint()) {
      return;
    }
    gate.writeLock().lock();
    try {
      checkpoint(true);
    } finally {
      gate.writeLock().unlock();
    }
  }

  private void checkpoint(boolean logged) {
    if (durability != null) {
      health.saving(() -> durability.checkpoint(logged));
    }
  }

  private void refuseIfUnwritable() {
    health.require();
    if (durability != null) {
      durability.requireHealth();
    }
  }

  /// Why the server has to be started again, or null while it works.
  public @Nullable Throwable broken() {
    return health.broken();
  }

  /// The size of the store file, 0 in memory.
  public long fileBytes() {
    return store.getFileStore() == null ? 0 : store.getFileStore().size();
  }

  /// The size of the redo log, 0 in memory.
  public long logBytes() {
    return durability == null ? 0 : durability.logBytes();
  }

  /// Saves everything and lets go of the folder.
  @Override
  public void close() {
    gate.writeLock().lock();
    try {
      if (store.isClosed()) {
        return;
      }
      // Before everything was brought in, a checkpoint would throw away the log that has the rest.
      if (recovered
          && health.broken() == null
          && durability != null
          && durability.canCheckpoint()) {
        checkpoint(true);
      }
    } finally {
      // What a checkpoint could not save is in the redo log; saving half of it would do harm.
      store.closeImmediately();
      if (durability != null) {
        durability.close();
      }
      gate.writeLock().unlock();
    }
  }
}
