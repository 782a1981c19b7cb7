package org.openletter.embedded.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.disk.WholeFile;

/// A checksum for each block of the store file, in a file beside it: four bytes for every 4096.
///
/// The store itself notices only some damage. With these, no byte of a document or an index is
/// believed that is not the one that was written.
final class BlockSums implements AutoCloseable {

  static final int BLOCK = 4096;

  /// The store keeps and checks two copies of its header there, and writes over them.
  static final long FIRST_BLOCK = 2;

  private static final long MAGIC = 0x4F4C53554D533031L;
  static final int HEADER = 2 * Long.BYTES;

  private final @Nullable FileChannel file;
  private int[] sums;

  private BlockSums(@Nullable FileChannel file, int[] sums) {
    this.file = file;
    this.sums = sums;
  }

  static boolean isThere(Path path) {
    try {
      return Files.exists(path) && Files.size(path) >= HEADER;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Of a store file that is new.
  static BlockSums create(Path path) throws IOException {
    return write(path, new int[0]);
  }

  /// Those that were written beside the store file.
  static BlockSums open(Path path, boolean readOnly) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path));
    if (bytes.getLong() != MAGIC) {
      throw new IOException(path + " does not hold checksums");
    }
    bytes.position(HEADER);
    int[] sums = new int[bytes.remaining() / Integer.BYTES];
    bytes.asIntBuffer().get(sums);
    return new BlockSums(readOnly ? null : FileChannel.open(path, StandardOpenOption.WRITE), sums);
  }

  /// Of a store file that an earlier version wrote without: what is in it now is believed.
  static BlockSums learn(Path path, Path store) throws IOException {
    int[] sums = new int[(int) (Files.size(store) / BLOCK)];
    ByteBuffer block = ByteBuffer.allocate(BLOCK);
    // Another channel on the same file would let go of the lock of this process when it is closed;
    // the store is opened after this.
    try (FileChannel file = FileChannel.open(store, StandardOpenOption.READ)) {
      for (int i = 0; i < sums.length; i++) {
        block.clear();
        while (block.hasRemaining() && file.read(block) >= 0) {
          Thread.onSpinWait();
        }
        sums[i] = of(block.flip());
      }
    }
    return write(path, sums);
  }

  private static BlockSums write(Path path, int[] sums) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(HEADER + Integer.BYTES * sums.length).putLong(MAGIC);
    bytes.position(HEADER).asIntBuffer().put(sums);
    new WholeFile().write(path, bytes.array());
    return new BlockSums(FileChannel.open(path, StandardOpenOption.WRITE), sums);
  }

  /// Remembers what is about to be written from a block on: whole blocks.
  synchronized void put(long firstBlock, ByteBuffer content) throws IOException {
    int count = content.remaining() / BLOCK;
    int first = Math.toIntExact(firstBlock);
    if (first + count > sums.length) {
      sums = Arrays.copyOf(sums, Math.max(first + count, sums.length + sums.length / 4));
    }
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * count);
    for (int i = 0; i < count; i++) {
      int sum = of(content.slice(content.position() + i * BLOCK, BLOCK));
      sums[first + i] = sum;
      bytes.putInt(sum);
    }
    if (file != null) {
      writeAll(file, bytes.flip(), HEADER + (long) Integer.BYTES * first);
    }
  }

  /// Whether a block is as it was written.
  synchronized boolean matches(long block, ByteBuffer content) {
    return block < sums.length && sums[(int) block] == of(content);
  }

  void force() throws IOException {
    if (file != null) {
      file.force(false);
    }
  }

  private static int of(ByteBuffer block) {
    CRC32C sum = new CRC32C();
    sum.update(block);
    int value = (int) sum.getValue();
    return value == 0 ? 1 : value; // 0 is a block of which nothing is known.
  }

  private static void writeAll(FileChannel file, ByteBuffer bytes, long position)
      throws IOException {
    long at = position;
    while (bytes.hasRemaining()) {
      at += file.write(bytes, at);
    }
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
