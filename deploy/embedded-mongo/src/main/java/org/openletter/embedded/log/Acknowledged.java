package org.openletter.embedded.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.refusal.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How long the newest log was when it was forced last, in a file beside it.
///
/// It is written after each force and not forced itself, so it costs no wait. After a power cut it
/// may be older than the log, never newer: a log that is shorter than it says was cut later.
final class Acknowledged implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Acknowledged.class);
  private static final int BYTES = 2 * Long.BYTES + Integer.BYTES;

  private final Path path;
  private @Nullable FileChannel file;
  private boolean failed;

  Acknowledged(Path path) {
    this.path = path;
  }

  /// Remembers that a log is on the disk up to a length.
  void note(long generation, long length) {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES).putLong(generation).putLong(length);
    bytes.putInt(sum(bytes.array())).flip();
    try {
      if (file == null) {
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      }
      file.write(bytes, 0);
      failed = false;
    } catch (IOException e) {
      if (!failed) { // Once, not for each batch until it works again.
        LOG.warn("How long the redo log is cannot be noted: {}", Reason.of(e));
      }
      failed = true;
    }
  }

  /// The length a log had at least, 0 when nothing is known.
  static long of(Path path, long generation) throws IOException {
    if (!Files.exists(path) || Files.size(path) != BYTES) {
      return 0;
    }
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path));
    boolean whole = bytes.getInt(2 * Long.BYTES) == sum(bytes.array());
    return whole && bytes.getLong(0) == generation ? bytes.getLong(Long.BYTES) : 0;
  }

  private static int sum(byte[] bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, 0, 2 * Long.BYTES);
    return (int) sum.getValue();
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
