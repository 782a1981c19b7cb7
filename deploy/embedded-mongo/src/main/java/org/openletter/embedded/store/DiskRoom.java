package org.openletter.embedded.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.openletter.embedded.refusal.CannotOpen;
import org.openletter.embedded.refusal.WriteRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether the disk has room for another checkpoint. Asked before every write, so the answer is
/// kept for a moment.
final class DiskRoom {

  private static final Logger LOG = LoggerFactory.getLogger(DiskRoom.class);
  private static final long MEGABYTE = 1 << 20;
  private static final long KEPT_NANOS = Duration.ofMillis(200).toNanos();

  private final FileStore disk;
  private final long needed;
  private volatile long left = Long.MAX_VALUE;
  private volatile long lookedAt;

  DiskRoom(Path folder, int roomMegabytes) {
    try {
      this.disk = Files.getFileStore(folder);
    } catch (IOException e) {
      throw new CannotOpen("The disk of " + folder + " cannot be asked for its space.", e);
    }
    this.needed = roomMegabytes * MEGABYTE;
    look();
  }

  void require() {
    if (!isEnough()) {
      throw WriteRefused.noRoom(left / MEGABYTE);
    }
  }

  boolean isEnough() {
    if (System.nanoTime() - lookedAt > KEPT_NANOS) {
      look();
    }
    return left >= needed;
  }

  private void look() {
    boolean before = left >= needed;
    try {
      left = disk.getUsableSpace();
      lookedAt = System.nanoTime();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (before != (left >= needed)) {
      LOG.warn(
          "{} MB are left on the disk of the data folder; writes are {}",
          left / MEGABYTE,
          before ? "refused" : "accepted again");
    }
  }
}
