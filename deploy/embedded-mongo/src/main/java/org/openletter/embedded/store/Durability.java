package org.openletter.embedded.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.log.Change;
import org.openletter.embedded.log.LogFiles;
import org.openletter.embedded.log.LogReader;
import org.openletter.embedded.log.RedoLog;
import org.openletter.embedded.refusal.CannotOpen;
import org.openletter.embedded.refusal.WriteRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The store file and the redo log of its generation, kept in step.
///
/// The number of the generation is saved in the store, together with the data. So whatever
/// checkpoint the store file has after a crash, the log of exactly that number continues it.
final class Durability {

  private static final Logger LOG = LoggerFactory.getLogger(Durability.class);

  /// A larger log is taken over by the store before its time: about a second of replay.
  private static final long CHECKPOINT_AT_BYTES = 8 << 20;

  /// The file keeps whole pieces until nothing in them is used. Below this share of used bytes the
  /// emptiest pieces are written again, a little at each checkpoint: commands wait meanwhile.
  private static final int TIDY_BELOW_PERCENT = 60;

  private static final int TIDY_BYTES = 4 << 20;

  private final MVStore store;
  private final MVMap<String, Long> facts;
  private final NavigableSet<Long> toReplay;
  private final boolean readOnly;
  private final LogFiles files;
  private final RedoLog log;
  private final DiskRoom room;
  private final long checkpointNanos;
  private volatile boolean recovering;
  private boolean begun;
  private volatile long lastCheckpoint = System.nanoTime();

  Durability(Opening.Opened opened, Path folder, Settings settings) {
    this.store = opened.store();
    this.facts = opened.facts();
    this.toReplay = opened.logs();
    this.readOnly = opened.readOnly();
    this.files = new LogFiles(folder);
    this.log = new RedoLog(files);
    this.room = new DiskRoom(folder, settings.roomMegabytes());
    this.checkpointNanos = settings.checkpointEvery().toNanos();
  }

  /// Brings in the logs. When the disk has no room or must not be written, everything is there to
  /// read, and a later start or checkpoint begins with the same logs again.
  void recover(Consumer<Change> apply) {
    recovering = true;
    try {
      for (long generation : toReplay) {
        long changes =
            LogReader.replay(
                files.of(generation), generation, files.acknowledged(generation), apply);
        if (changes > 0) {
          LOG.info("Brought in {} changes from the redo log {}", changes, generation);
        }
      }
    } catch (IOException e) {
      throw new CannotOpen("The redo log cannot be read: " + e, e);
    } finally {
      recovering = false;
    }
    if (readOnly) {
      LOG.warn("The data folder cannot be written: reading only");
    } else if (room.isEnough()) {
      checkpoint(true);
    }
  }

  void log(Change change) {
    if (!recovering) {
      log.append(change);
    }
  }

  void requireHealth() {
    if (readOnly) {
      throw WriteRefused.readOnly();
    }
    room.require();
    Throwable failure = log.failure();
    if (failure != null) {
      throw WriteRefused.because(failure);
    }
  }

  /// A promise that everything logged so far will be on the disk.
  Receipt receipt() {
    return new Receipt(log.forced());
  }

  /// Whether a checkpoint is due and the disk has room for it.
  boolean needsCheckpoint() {
    long size = log.size();
    boolean due = System.nanoTime() - lastCheckpoint >= checkpointNanos;
    boolean needed =
        size > CHECKPOINT_AT_BYTES || (due && (size > 0 || log.failure() != null || isWasteful()));
    return needed && canCheckpoint();
  }

  private boolean isWasteful() {
    return store.getFileStore().getChunksFillRate() < TIDY_BELOW_PERCENT;
  }

  /// Whether there is somewhere to save to.
  boolean canCheckpoint() {
    return !readOnly && room.isEnough();
  }

  /// Makes the log of the next generation, saves the store, then goes on in that log. Nothing else
  /// may write meanwhile. The checkpoint before and its log stay, for a start that finds this one
  /// damaged.
  ///
  /// @param logged whether all that is saved went through the log
  void checkpoint(boolean logged) {
    if (readOnly) {
      throw WriteRefused.readOnly();
    }
    room.require();
    long before = facts.getOrDefault(Opening.GENERATION, 0L);
    long next = nextGeneration(before);
    prepare(next);
    // Before the first checkpoint there is nothing that did not come from the logs.
    boolean leads = logged && (!begun || log.settle());
    facts.put(Opening.FORMAT, Opening.CURRENT_FORMAT);
    facts.put(Opening.GENERATION, next);
    if (isWasteful()) {
      store.compact(TIDY_BELOW_PERCENT, TIDY_BYTES);
    }
    store.commit();
    store.sync();
    try {
      log.begin(next, leads, before);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    begun = true;
    lastCheckpoint = System.nanoTime();
  }

  /// Greater than that of any log that may still be needed.
  private long nextGeneration(long before) {
    return Math.max(before, toReplay.isEmpty() ? 0 : toReplay.getLast()) + 1;
  }

  private void prepare(long next) {
    try {
      log.prepare(next);
    } catch (IOException e) {
      throw WriteRefused.because(e);
    }
  }

  long logBytes() {
    return log.size();
  }

  void close() {
    try {
      log.close();
    } catch (IOException e) {
      LOG.warn("The redo log could not be closed: {}", e.toString());
    }
  }

  /// What a writing command waits for before it answers.
  record Receipt(CompletableFuture<@Nullable Void> forced) {

    void await() {
      try {
        forced.join();
      } catch (CompletionException e) {
        throw WriteRefused.because(e.getCause() == null ? e : e.getCause());
      }
    }
  }
}
