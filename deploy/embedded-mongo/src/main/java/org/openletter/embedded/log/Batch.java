package org.openletter.embedded.log;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// What one force brings to the disk: a header with number and checksum, then changes.
///
/// A batch is written only after the one before it was forced. So a broken batch with a whole one
/// behind it was once acknowledged, and a broken batch at the end never was.
record Batch(long generation, long number, ByteBuffer changes) {

  static final int HEADER = 4 + 8 + 8 + 4 + 4;
  private static final int MAGIC = 0x4F4C5231;

  static ByteBuffer encode(long generation, long number, byte[] changes) {
    ByteBuffer bytes = ByteBuffer.allocate(HEADER + changes.length);
    bytes.putInt(MAGIC).putLong(generation).putLong(number).putInt(changes.length);
    bytes.putInt(checksum(generation, number, ByteBuffer.wrap(changes))).put(changes);
    return bytes.flip();
  }

  /// The batch that begins at a position, or null if there is no whole one of this generation.
  static @Nullable Batch at(ByteBuffer file, int position, long generation) {
    if (file.limit() - position < HEADER || file.getInt(position) != MAGIC) {
      return null;
    }
    long number = file.getLong(position + 12);
    int length = file.getInt(position + 20);
    if (length < 0
        || length > file.limit() - position - HEADER
        || file.getLong(position + 4) != generation) {
      return null;
    }
    ByteBuffer changes = file.slice(position + HEADER, length);
    boolean whole = file.getInt(position + 24) == checksum(generation, number, changes.duplicate());
    return whole ? new Batch(generation, number, changes) : null;
  }

  int length() {
    return HEADER + changes.limit();
  }

  private static int checksum(long generation, long number, ByteBuffer changes) {
    CRC32C checksum = new CRC32C();
    checksum.update(
        ByteBuffer.allocate(20)
            .putLong(generation)
            .putLong(number)
            .putInt(changes.remaining())
            .flip());
    checksum.update(changes);
    return (int) checksum.getValue();
  }
}
