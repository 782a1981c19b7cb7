package org.openletter.embedded.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/// Reads a redo log back after the process ended without closing.
public final class LogReader {

  private LogReader() {}

  /// What the beginning of a log says about its checkpoint.
  ///
  /// @param saved whether the store had saved it: nothing was acknowledged in this log before
  /// @param leads whether the checkpoint before and its log lead to it
  /// @param used whether it has changes
  public record Head(boolean saved, boolean leads, boolean used) {}

  /// The beginning of a log that exists.
  public static Head head(Path file, long generation) throws IOException {
    ByteBuffer bytes = bytes(file);
    if (Batch.isOld(bytes, 0)) {
      return new Head(true, true, true);
    }
    Batch opening = Batch.at(bytes, 0, generation);
    if (opening == null || opening.number() != Batch.OPENING) {
      return new Head(false, false, bytes.limit() > Batch.HEADER);
    }
    int position = opening.length(false);
    Batch saved = Batch.at(bytes, position, generation);
    if (saved == null || saved.number() != Batch.SAVED) {
      return new Head(false, false, bytes.limit() > position);
    }
    return new Head(
        true, saved.changes().get(0) == 1, bytes.limit() > position + saved.length(false));
  }

  /// Hands over every acknowledged change in the order of writing and returns how many there were.
  ///
  /// An unfinished batch at the end is left out: nobody was told that it is done.
  ///
  /// @param acknowledged how many bytes the file had at least
  public static long replay(Path file, long generation, long acknowledged, Consumer<Change> sink)
      throws IOException {
    ByteBuffer bytes = bytes(file);
    boolean old = bytes.limit() == 0 || Batch.isOld(bytes, 0);
    int position = 0;
    long number = old ? Batch.OPENING : Batch.OPENING - 1;
    long changes = 0;
    while (position < bytes.limit()) {
      Batch batch = Batch.at(bytes, position, generation);
      if (batch == null || batch.number() != number + 1) {
        refuseIfAcknowledged(file, bytes, position, generation, number);
        break;
      }
      number = batch.number();
      position += batch.length(old);
      while ((old || number > Batch.SAVED) && batch.changes().hasRemaining()) {
        sink.accept(Change.decode(batch.changes()));
        changes++;
      }
    }
    if (position < acknowledged) {
      throw damaged(file, position, "it had " + acknowledged + " bytes when it was written last");
    }
    return changes;
  }

  private static ByteBuffer bytes(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() > Integer.MAX_VALUE) {
        throw new DamagedLog("The redo log " + file + " is larger than 2 GB.");
      }
      return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
    }
  }

  private static void refuseIfAcknowledged(
      Path file, ByteBuffer bytes, int damaged, long generation, long lastNumber) {
    if (lastNumber < Batch.SAVED || Batch.looksChanged(bytes, damaged, generation)) {
      throw damaged(file, damaged, "what it had there cannot be read");
    }
    for (int i = damaged; i < bytes.limit() - Batch.HEADER; i++) {
      Batch later = Batch.at(bytes, i, generation);
      if (later != null && later.number() > lastNumber) {
        throw damaged(file, damaged, "whole batches follow from byte " + i);
      }
    }
  }

  private static DamagedLog damaged(Path file, int position, String what) {
    return new DamagedLog(
        "The redo log "
            + file
            + " is damaged at byte "
            + position
            + ", and "
            + what
            + ": acknowledged writes would be lost. Restore the data folder from a backup.");
  }
}
