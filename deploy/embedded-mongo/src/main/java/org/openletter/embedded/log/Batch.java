package org.openletter.embedded.log;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// What one force brings to the disk: a header with number and checksums, then changes.
///
/// A batch is written only after the one before it was forced. So a broken batch with a whole one
/// behind it was once acknowledged. A broken batch at the end never was, if the disk had not all of
/// it; if it has all of it and a byte is another one, it was.
record Batch(long generation, long number, ByteBuffer changes) {

  /// Says of which generation the file is; written before the store saves.
  static final long OPENING = 0;

  /// Says that the store has saved; written after that and before the first change.
  static final long SAVED = 1;

  static final int HEADER = 4 + 8 + 8 + 4 + 4 + 4;

  private static final int MAGIC = 0x4F4C5232;
  private static final int BEFORE_HEADER_SUM = 4 + 8 + 8 + 4 + 4;

  /// Of files from before there was a checksum over the header.
  private static final int OLD_MAGIC = 0x4F4C5231;

  /// The smallest piece that a disk writes wholly or not at all.
  private static final int SECTOR = 512;

  static ByteBuffer encode(long generation, long number, byte[] changes) {
    ByteBuffer bytes = ByteBuffer.allocate(HEADER + changes.length);
    bytes.putInt(MAGIC).putLong(generation).putLong(number).putInt(changes.length);
    bytes.putInt(checksum(generation, number, ByteBuffer.wrap(changes)));
    bytes.putInt(headerSum(bytes, 0)).put(changes);
    return bytes.flip();
  }

  /// The batch that begins at a position, or null if there is no whole one of this generation.
  static @Nullable Batch at(ByteBuffer file, int position, long generation) {
    if (!hasHeader(file, position, generation)) {
      return null;
    }
    long number = file.getLong(position + 12);
    int length = file.getInt(position + 20);
    if (length > file.limit() - position - headerLength(file, position)) {
      return null;
    }
    ByteBuffer changes = file.slice(position + headerLength(file, position), length);
    boolean whole = file.getInt(position + 24) == checksum(generation, number, changes.duplicate());
    return whole ? new Batch(generation, number, changes) : null;
  }

  /// Whether the end of the file, which is no whole batch, looks like one that was written and
  /// changed later. Else the disk did not get all of it.
  static boolean looksChanged(ByteBuffer file, int position, long generation) {
    int left = file.limit() - position;
    if (left < HEADER) {
      return false;
    }
    if (!hasHeader(file, position, generation)) {
      return !hasMissingSector(file, position, position + HEADER);
    }
    int end = position + headerLength(file, position) + file.getInt(position + 20);
    return end <= file.limit() && !hasMissingSector(file, position, end);
  }

  private static boolean hasMissingSector(ByteBuffer file, int from, int to) {
    for (int start = from; start < to; ) {
      int end = Math.min(to, (start / SECTOR + 1) * SECTOR);
      boolean empty = true;
      for (int i = start; i < end && empty; i++) {
        empty = file.get(i) == 0;
      }
      // A short rest may well consist of zeros.
      if (empty && end - start > Long.BYTES) {
        return true;
      }
      start = end;
    }
    return false;
  }

  private static boolean hasHeader(ByteBuffer file, int position, long generation) {
    if (file.limit() - position < HEADER || file.getLong(position + 4) != generation) {
      return false;
    }
    boolean sound =
        switch (file.getInt(position)) {
          case MAGIC -> file.getInt(position + BEFORE_HEADER_SUM) == headerSum(file, position);
          case OLD_MAGIC -> true;
          default -> false;
        };
    return sound && file.getInt(position + 20) >= 0;
  }

  private static int headerLength(ByteBuffer file, int position) {
    return file.getInt(position) == OLD_MAGIC ? BEFORE_HEADER_SUM : HEADER;
  }

  int length(boolean old) {
    return (old ? BEFORE_HEADER_SUM : HEADER) + changes.limit();
  }

  /// Whether the batch at a position is of the time before files had an opening.
  static boolean isOld(ByteBuffer file, int position) {
    return file.limit() - position >= 4 && file.getInt(position) == OLD_MAGIC;
  }

  private static int headerSum(ByteBuffer file, int position) {
    CRC32C checksum = new CRC32C();
    checksum.update(file.slice(position, BEFORE_HEADER_SUM));
    return (int) checksum.getValue();
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
