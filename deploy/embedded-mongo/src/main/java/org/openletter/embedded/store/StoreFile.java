package org.openletter.embedded.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.openletter.embedded.refusal.CannotOpen;

/// Opens the store, in a file or in memory.
final class StoreFile {

  static final String NAME = "embedded-mongo.store";

  /// Pages of older checkpoints stay for this long. Every checkpoint is forced, so this only has to
  /// outlast a disk that reorders writes.
  private static final int RETENTION_MILLIS = 5_000;

  private StoreFile() {}

  static MVStore inMemory() {
    return configured(new MVStore.Builder().autoCommitDisabled().open());
  }

  /// Creates the folder if needed, for its owner only: there is no other protection of the data.
  static MVStore inFolder(Path folder, int cacheMegabytes) {
    createPrivately(folder);
    try {
      return configured(
          new MVStore.Builder()
              .fileName(folder.resolve(NAME).toString())
              .cacheSize(cacheMegabytes)
              .autoCommitDisabled()
              // Without this the store still saves itself whenever much has changed, also in the
              // middle of a change.
              .autoCommitBufferSize(0)
              .open());
    } catch (MVStoreException e) {
      String problem =
          e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
              ? " is in use by another process."
              : " cannot be opened: " + e.getMessage();
      throw new CannotOpen("The data folder " + folder + problem, e);
    }
  }

  private static MVStore configured(MVStore store) {
    store.setVersionsToKeep(0);
    store.setRetentionTime(RETENTION_MILLIS);
    return store;
  }

  private static void createPrivately(Path folder) {
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
