package org.openletter.embedded.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.SFChunk;
import org.h2.mvstore.SingleFileStore;
import org.jspecify.annotations.Nullable;

/// The store file, of which nothing is read that is not as it was written.
///
/// The store writes a checkpoint as one piece (its chunk) and finds the newest whole one when it is
/// opened. Which pieces are whole is decided here.
class CheckedFile extends SingleFileStore {

  /// Blocks read at once to look through a checkpoint.
  private static final int LOOK = 256;

  private final @Nullable BlockSums sums;

  /// First blocks of the checkpoints that must not be used.
  private final Set<Long> distrusted;

  /// @param sums null for a file that has none and cannot get any
  CheckedFile(int cacheMegabytes, @Nullable BlockSums sums, Set<Long> distrusted) {
    super(Map.of("cacheSize", cacheMegabytes));
    this.sums = sums;
    this.distrusted = new HashSet<>(distrusted);
  }

  @Override
  public ByteBuffer readFully(SFChunk chunk, long position, int length) {
    long first = position / BlockSums.BLOCK;
    if (distrusted.contains(first)) {
      throw damaged(first);
    }
    if (sums == null || first < BlockSums.FIRST_BLOCK) {
      return super.readFully(chunk, position, length);
    }
    long end = (position + length + BlockSums.BLOCK - 1) / BlockSums.BLOCK;
    ByteBuffer whole =
        super.readFully(
            chunk, first * BlockSums.BLOCK, Math.toIntExact((end - first) * BlockSums.BLOCK));
    for (long block = first; block < end; block++) {
      ByteBuffer content =
          whole.slice(Math.toIntExact((block - first) * BlockSums.BLOCK), BlockSums.BLOCK);
      if (!sums.matches(block, content)) {
        throw damaged(block);
      }
    }
    return whole.slice(Math.toIntExact(position - first * BlockSums.BLOCK), length);
  }

  private static MVStoreException damaged(long block) {
    return DataUtils.newMVStoreException(
        DataUtils.ERROR_FILE_CORRUPT,
        "The store file is damaged at byte {0}: restore the data folder from a backup",
        Long.toString(block * BlockSums.BLOCK));
  }

  @Override
  protected void writeFully(SFChunk chunk, long position, ByteBuffer content) {
    long first = position / BlockSums.BLOCK;
    if (sums != null && first >= BlockSums.FIRST_BLOCK) {
      try {
        sums.put(first, content);
      } catch (IOException e) {
        throw cannotWrite(e);
      }
    }
    super.writeFully(chunk, position, content);
  }

  @Override
  public void sync() {
    if (sums != null && !isReadOnly()) {
      try {
        sums.force();
      } catch (IOException e) {
        throw cannotWrite(e);
      }
    }
    super.sync();
  }

  private static MVStoreException cannotWrite(IOException problem) {
    return DataUtils.newMVStoreException(
        DataUtils.ERROR_WRITING_FAILED, "The checksums could not be written", problem);
  }

  /// Where the newest checkpoint begins, 0 when there is none.
  long newestBlock() {
    SFChunk newest = lastChunk;
    return newest == null ? 0 : newest.block;
  }

  /// Whether all of the newest checkpoint is as it was written.
  boolean isNewestWhole() {
    SFChunk newest = lastChunk;
    if (newest == null) {
      return true;
    }
    try {
      for (int done = 0; done < newest.len; done += LOOK) {
        int count = Math.min(LOOK, newest.len - done);
        readFully(
            newest,
            (newest.block + done) * BlockSums.BLOCK,
            Math.multiplyExact(count, BlockSums.BLOCK));
      }
      return true;
    } catch (MVStoreException e) {
      return false;
    }
  }

  @Override
  public void close() {
    super.close();
    try {
      if (sums != null) {
        sums.close();
      }
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }
}
