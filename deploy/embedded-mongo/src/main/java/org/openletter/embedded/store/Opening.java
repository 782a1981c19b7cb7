package org.openletter.embedded.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.log.LogFiles;
import org.openletter.embedded.log.LogReader;
import org.openletter.embedded.refusal.CannotOpen;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds the newest checkpoint that can be believed, and the logs that lead from it to the last
/// acknowledged write. When one of them is missing, nothing is opened: better no database than a
/// short one.
final class Opening {

  static final String GENERATION = "generation";
  static final String FORMAT = "format";

  /// With checksums of the store file and an opening in every log.
  static final long CURRENT_FORMAT = 2;

  private static final long OLD_FORMAT = 1;
  private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

  /// The newest, the one before, and a look to spare.
  private static final int TRIES = 4;

  private final Path folder;
  private final StoreFile file;
  private final LogFiles files;
  private final Set<Long> distrusted = new HashSet<>();

  Opening(Path folder, StoreFile file) {
    this.folder = folder;
    this.file = file;
    this.files = new LogFiles(folder);
  }

  /// The store, and the generations of the logs to bring in, in their order.
  record Opened(
      MVStore store, MVMap<String, Long> facts, NavigableSet<Long> logs, boolean readOnly) {}

  Opened open() {
    try {
      file.createFolder();
      NavigableSet<Long> logs = files.generations();
      refuseIfStoreIsMissing(logs);
      @Nullable String reason = null;
      for (int i = 0; i < TRIES; i++) {
        MVStore store = file.open(distrusted);
        try {
          MVMap<String, Long> facts = store.openMap("facts");
          if (needsSums(store, facts)) {
            store.closeImmediately();
            file.learnSums();
            continue;
          }
          reason = reasonToGoBack(store, facts, logs);
          if (reason == null) {
            NavigableSet<Long> needed = needed(facts, logs);
            return new Opened(store, facts, needed, store.getFileStore().isReadOnly());
          }
          LOG.warn("The newest checkpoint is not used, but the one before it: {}", reason);
          distrusted.add(((CheckedFile) store.getFileStore()).newestBlock());
          store.closeImmediately();
        } catch (RuntimeException e) {
          store.closeImmediately();
          throw e;
        }
      }
      throw new CannotOpen(
          "The store file in " + folder + " is damaged: " + reason + "; " + restore());
    } catch (IOException e) {
      throw new CannotOpen("The data folder " + folder + " cannot be read: " + e, e);
    }
  }

  private void refuseIfStoreIsMissing(NavigableSet<Long> logs) throws IOException {
    Path store = folder.resolve(StoreFile.NAME);
    boolean isThere = Files.exists(store) && Files.size(store) > 0;
    if (!isThere && (!logs.isEmpty() || file.hasUsedSums())) {
      throw new CannotOpen(
          "The store file "
              + store
              + " is missing, but what belongs to it is there: it is not begun anew, "
              + restore());
    }
  }

  private boolean needsSums(MVStore store, MVMap<String, Long> facts) {
    long format = facts.getOrDefault(FORMAT, facts.isEmpty() ? CURRENT_FORMAT : OLD_FORMAT);
    if (format > CURRENT_FORMAT) {
      throw new CannotOpen(
          "The data folder " + folder + " was written by a newer version of this server.");
    }
    if (file.hasSums()) {
      return false;
    }
    if (format == CURRENT_FORMAT) {
      throw new CannotOpen(
          "The checksums " + file.sumsPath() + " of the store file are missing: " + restore());
    }
    return !store.getFileStore().isReadOnly();
  }

  /// Null when the newest checkpoint is whole and was confirmed, or there is none before it.
  private @Nullable String reasonToGoBack(
      MVStore store, MVMap<String, Long> facts, NavigableSet<Long> logs) throws IOException {
    if (!((CheckedFile) store.getFileStore()).isNewestWhole()) {
      return "it is not as it was written";
    }
    long generation = facts.getOrDefault(GENERATION, 0L);
    boolean hasOneBefore = !logs.headSet(generation).isEmpty();
    boolean mayBeUnfinished =
        logs.contains(generation) && !LogReader.head(files.of(generation), generation).saved();
    return hasOneBefore && mayBeUnfinished ? "the process ended while it was written" : null;
  }

  private NavigableSet<Long> needed(MVMap<String, Long> facts, NavigableSet<Long> logs)
      throws IOException {
    long generation = facts.getOrDefault(GENERATION, 0L);
    NavigableSet<Long> needed = new TreeSet<>();
    if (generation == 0) {
      for (long later : logs) {
        if (later > 1 || LogReader.head(files.of(later), later).used()) {
          throw missing(later, "the store file has lost what came before the redo log ");
        }
      }
      return needed;
    }
    long last = logs.isEmpty() ? generation : Math.max(generation, logs.getLast());
    for (long next = generation; next <= last; next++) {
      if (!logs.contains(next)) {
        if (isCrashOfOldFormat(facts, logs, generation)) {
          return needed;
        }
        throw missing(next, "the redo log is missing: ");
      }
      if (next > generation) {
        LogReader.Head head = LogReader.head(files.of(next), next);
        if (head.saved() && !head.leads()) {
          throw missing(next, "collections or indexes were changed just before the redo log ");
        }
        if (!head.saved() && head.used()) {
          throw missing(next, "the beginning is damaged of the redo log ");
        }
        if (!head.saved()) {
          continue; // Made for a checkpoint that did not come about.
        }
      }
      needed.add(next);
    }
    return needed;
  }

  /// The old format made a log only after the store had saved.
  private static boolean isCrashOfOldFormat(
      MVMap<String, Long> facts, NavigableSet<Long> logs, long generation) {
    return facts.getOrDefault(FORMAT, OLD_FORMAT) == OLD_FORMAT
        && !logs.isEmpty()
        && logs.getLast() == generation - 1;
  }

  private CannotOpen missing(long generation, String what) {
    return new CannotOpen(
        "The data folder "
            + folder
            + " is not complete, "
            + what
            + files.of(generation)
            + ". Acknowledged writes would be lost: "
            + restore());
  }

  private static String restore() {
    return "restore the data folder from a backup.";
  }
}
