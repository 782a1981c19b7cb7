package org.openletter.embedded.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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

  private static final String GENERATION = "generation";
  private static final String FORMAT = "format";
  private static final long CURRENT_FORMAT = 1;

  /// A larger log is taken over by the store before its time: about a second of replay.
  private static final long CHECKPOINT_AT_BYTES = 8 << 20;

  /// The file keeps whole pieces until nothing in them is used. Below this share of used bytes the
  /// emptiest pieces are written again, a little at each checkpoint: commands wait meanwhile.
  private static final int TIDY_BELOW_PERCENT = 60;

  private static final int TIDY_BYTES = 4 << 20;

  private final MVStore store;
  private final MVMap<String, Long> facts;
  private final LogFiles files;
  private final RedoLog log;
  private final DiskRoom room;
  private final long checkpointNanos;
  private volatile boolean recovering;
  private volatile long lastCheckpoint = System.nanoTime();

  Durability(MVStore store, MVMap<String, Long> facts, Path folder, Settings settings) {
    if (facts.getOrDefault(FORMAT, CURRENT_FORMAT) != CURRENT_FORMAT) {
      throw new CannotOpen(
          "The data folder " + folder + " was written by another version of this server.",
          new IllegalStateException("format " + facts.get(FORMAT)));
    }
    this.store = store;
    this.facts = facts;
    this.files = new LogFiles(folder);
    this.log = new RedoLog(files);
    this.room = new DiskRoom(folder, settings.roomMegabytes());
    this.checkpointNanos = settings.checkpointEvery().toNanos();
  }

  void recover(Consumer<Change> apply) {
    long generation = facts.getOrDefault(GENERATION, 0L);
    recovering = true;
    try {
      long changes = LogReader.replay(files.of(generation), generation, apply);
      if (changes > 0) {
        LOG.info("Brought in {} changes from the redo log", changes);
      }
    } catch (IOException e) {
      throw new CannotOpen("The redo log " + files.of(generation) + " cannot be read: " + e, e);
    } finally {
      recovering = false;
    }
    facts.put(FORMAT, CURRENT_FORMAT);
    checkpoint();
  }

  void log(Change change) {
    if (!recovering) {
      log.append(change);
    }
  }

  void requireHealth() {
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
    return needed && room.isEnough();
  }

  private boolean isWasteful() {
    return store.getFileStore().getChunksFillRate() < TIDY_BELOW_PERCENT;
  }

  /// Saves the store, then begins the log of the next generation, whose number it returns. Nothing
  /// else may write meanwhile.
  long checkpoint() {
    room.require();
    long generation = facts.getOrDefault(GENERATION, 0L) + 1;
    facts.put(GENERATION, generation);
    if (isWasteful()) {
      store.compact(TIDY_BELOW_PERCENT, TIDY_BYTES);
    }
    store.commit();
    store.sync();
    try {
      log.restart(generation);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    lastCheckpoint = System.nanoTime();
    return generation;
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
