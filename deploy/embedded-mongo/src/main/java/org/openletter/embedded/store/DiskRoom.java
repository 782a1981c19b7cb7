package org.openletter.embedded.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.openletter.embedded.refusal.WriteRefused;

/// Whether the disk has room for another checkpoint. Asked before every write, so the answer is
/// kept for a moment.
final class DiskRoom {

  private static final long MEGABYTE = 1 << 20;
  private static final long KEPT_NANOS = Duration.ofMillis(200).toNanos();

  private final FileStore disk;
  private final long needed;
  private volatile long left;
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
    if (System.nanoTime() - lookedAt > KEPT_NANOS) {
      look();
    }
    if (left < needed) {
      throw WriteRefused.noRoom(left / MEGABYTE);
    }
  }

  private void look() {
    try {
      left = disk.getUsableSpace();
      lookedAt = System.nanoTime();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
