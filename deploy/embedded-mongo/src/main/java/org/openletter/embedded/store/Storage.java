package org.openletter.embedded.store;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.key.Key;
import org.openletter.embedded.key.KeyType;
import org.openletter.embedded.log.Change;
import org.openletter.embedded.refusal.WriteRefused;

/// Everything that is kept: maps of keys, in one file or in memory.
///
/// Writing commands share a gate that a checkpoint has to itself. So a checkpoint sees each command
/// wholly or not at all, and data and indexes are saved together.
public final class Storage implements AutoCloseable {

  private final MVStore store;
  private final @Nullable Durability durability;
  private final MVMap<String, Long> facts;
  private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock(true);
  private volatile @Nullable Throwable broken;

  private Storage(MVStore store, @Nullable Path folder, Settings settings) {
    this.store = store;
    this.facts = store.openMap("facts");
    this.durability = folder == null ? null : new Durability(store, facts, folder, settings);
  }

  /// Nothing survives [#close]; for tests.
  public static Storage inMemory(Settings settings) {
    return new Storage(StoreFile.inMemory(), null, settings);
  }

  /// The data of a folder, which this process then has to itself.
  public static Storage inFolder(Path folder, Settings settings) {
    MVStore store = StoreFile.inFolder(folder, settings.cacheMegabytes());
    try {
      return new Storage(store, folder, settings);
    } catch (RuntimeException e) {
      store.closeImmediately();
      throw e;
    }
  }

  /// Brings in what was acknowledged after the last checkpoint, and from then on logs changes.
  /// Called once, when the collections and indexes of the store are open.
  public void recover(Consumer<Change> apply) {
    if (durability != null) {
      durability.recover(apply);
    }
  }

  /// The map of a name, with the direction of each part of its keys.
  public MVMap<Key, byte[]> map(String name, KeyType keys) {
    return store.openMap(
        name, new MVMap.Builder<Key, byte[]>().keyType(keys).valueType(ByteArrayDataType.INSTANCE));
  }

  /// Whether there is a map of this name.
  public boolean has(String mapName) {
    return store.hasMap(mapName);
  }

  /// The names of all maps that begin with a prefix.
  public List<String> mapNames(String prefix) {
    return store.getMapNames().stream().filter(name -> name.startsWith(prefix)).toList();
  }

  /// Removes a map and its content.
  public void remove(String name) {
    store.removeMap(name);
    facts.remove(name);
  }

  /// Remembers something that is true of a map.
  public void mark(String mapName) {
    facts.put(mapName, 1L);
  }

  /// Whether [#mark] was called for this map.
  public boolean isMarked(String mapName) {
    return facts.containsKey(mapName);
  }

  /// Queues a changed document for the redo log. Called inside [#write], under the lock that orders
  /// changes of this document.
  public void log(Change change) {
    if (durability != null) {
      durability.log(change);
    }
  }

  /// Runs a reading command; what it sees stays readable until it is finished.
  public <T> T read(Supplier<T> command) {
    refuseIfBroken();
    MVStore.TxCounter usage = store.registerVersionUsage();
    try {
      return command.get();
    } catch (MVStoreException e) {
      throw noted(e);
    } finally {
      store.deregisterVersionUsage(usage);
    }
  }

  /// Runs a writing command and returns when its changes are on the disk.
  public <T> T write(Supplier<T> command) {
    refuseIfUnwritable();
    T result;
    Durability.@Nullable Receipt receipt = null;
    gate.readLock().lock();
    try {
      result = guarded(command);
      if (durability != null) {
        receipt = durability.receipt();
      }
    } finally {
      gate.readLock().unlock();
    }
    if (receipt != null) {
      receipt.await();
    }
    return result;
  }

  /// Runs a command that changes collections or indexes, alone, and returns after a checkpoint.
  public <T> T define(Supplier<T> command) {
    refuseIfUnwritable();
    gate.writeLock().lock();
    try {
      T result = guarded(command);
      checkpoint();
      return result;
    } finally {
      gate.writeLock().unlock();
    }
  }

  /// Saves everything and begins a new redo log, if there is anything in the present one.
  public void checkpointIfNeeded() {
    if (durability == null || broken != null || !durability.needsCheckpoint()) {
      return;
    }
    gate.writeLock().lock();
    try {
      checkpoint();
    } finally {
      gate.writeLock().unlock();
    }
  }

  private void checkpoint() {
    if (durability != null) {
      try {
        durability.checkpoint();
      } catch (RuntimeException e) {
        if (store.isClosed()) {
          broken = e;
        }
        throw e;
      }
    }
  }

  /// An error in the middle of a change may leave an index without its document. Nothing of it may
  /// be saved; what was acknowledged is in the redo log.
  private <T> T guarded(Supplier<T> command) {
    try {
      return command.get();
    } catch (MVStoreException e) {
      throw noted(e);
    } catch (Error e) {
      broken = e;
      throw e;
    }
  }

  /// The store closes itself when its file fails; then only a new start helps.
  private MVStoreException noted(MVStoreException problem) {
    if (store.isClosed()) {
      broken = problem;
    }
    return problem;
  }

  private void refuseIfBroken() {
    if (broken != null) {
      throw WriteRefused.because(broken);
    }
  }

  private void refuseIfUnwritable() {
    refuseIfBroken();
    if (durability != null) {
      durability.requireHealth();
    }
  }

  /// Why the server has to be started again, or null while it works.
  public @Nullable Throwable broken() {
    return broken;
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
      if (broken == null) {
        checkpoint();
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
