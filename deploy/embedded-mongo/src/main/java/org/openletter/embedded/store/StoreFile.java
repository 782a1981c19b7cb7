package org.openletter.embedded.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.refusal.CannotOpen;

/// Opens the store, in a file or in memory.
class StoreFile {

  static final String NAME = "embedded-mongo.store";
  private static final String SUMS = "embedded-mongo.sums";

  /// Pages of older checkpoints stay for this long. Every checkpoint is forced, so this only has to
  /// outlast a disk that reorders writes.
  private static final int RETENTION_MILLIS = 5_000;

  private final Path folder;
  private final Settings settings;

  /// Nothing is opened yet.
  StoreFile(Path folder, Settings settings) {
    this.folder = folder;
    this.settings = settings;
  }

  static MVStore inMemory() {
    return configured(new MVStore.Builder().autoCommitDisabled().open());
  }

  /// Opens the store without the checkpoints that begin at these blocks.
  MVStore open(Set<Long> distrusted) {
    try {
      CheckedFile file = file(openSums(), distrusted);
      file.open(folder.resolve(NAME).toString(), settings.readOnly(), null);
      return configured(
          new MVStore.Builder()
              .adoptFileStore(file)
              .autoCommitDisabled()
              // Without this the store still saves itself whenever much has changed, also in the
              // middle of a change.
              .autoCommitBufferSize(0)
              .open());
    } catch (MVStoreException e) {
      String problem =
          e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
              ? " is in use by another process."
              : " cannot be opened: "
                  + e.getMessage()
                  + ". When the disk is well, restore the data folder from a backup.";
      throw new CannotOpen("The data folder " + folder + problem, e);
    }
  }

  /// The file of the store; tests give it troubles.
  CheckedFile file(@Nullable BlockSums sums, Set<Long> distrusted) {
    return new CheckedFile(settings.cacheMegabytes(), sums, distrusted);
  }

  private @Nullable BlockSums openSums() {
    try {
      if (hasSums()) {
        return BlockSums.open(sumsPath(), settings.readOnly() || !Files.isWritable(sumsPath()));
      }
      Path store = folder.resolve(NAME);
      boolean isNew = !Files.exists(store) || Files.size(store) == 0;
      return isNew && !settings.readOnly() ? BlockSums.create(sumsPath()) : null;
    } catch (IOException e) {
      throw new CannotOpen(
          "The checksums "
              + sumsPath()
              + " cannot be read or made ("
              + e.getMessage()
              + "): restore the data folder from a backup.",
          e);
    }
  }

  boolean hasSums() {
    return BlockSums.isThere(sumsPath());
  }

  /// Whether they tell of a store file that has had content.
  boolean hasUsedSums() {
    try {
      return hasSums() && Files.size(sumsPath()) > BlockSums.HEADER;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path sumsPath() {
    return folder.resolve(SUMS);
  }

  /// Makes checksums for a store file that has none, of what is in it now.
  void learnSums() throws IOException {
    BlockSums.learn(sumsPath(), folder.resolve(NAME)).close();
  }

  private static MVStore configured(MVStore store) {
    store.setVersionsToKeep(0);
    store.setRetentionTime(RETENTION_MILLIS);
    return store;
  }

  /// Creates the folder if needed, for its owner only.
  void createFolder() {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
          Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
      }
    } catch (IOException e) {
      throw new CannotOpen("The data folder " + folder + " cannot be created: " + e, e);
    }
  }
}
