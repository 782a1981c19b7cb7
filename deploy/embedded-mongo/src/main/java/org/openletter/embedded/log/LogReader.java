package org.openletter.embedded.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/// Reads a redo log back after the process ended without closing.
public final class LogReader {

  private LogReader() {}

  /// Hands over every acknowledged change in the order of writing and returns how many there were.
  ///
  /// An unfinished batch at the end is left out: nobody was told that it is done. A file that does
  /// not exist has no changes: the process ended between a checkpoint and its new log.
  public static long replay(Path file, long generation, Consumer<Change> sink) throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() > Integer.MAX_VALUE) {
        throw new DamagedLog("The redo log " + file + " is larger than 2 GB.");
      }
      ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      return replay(file, bytes, generation, sink);
    }
  }

  private static long replay(Path file, ByteBuffer bytes, long generation, Consumer<Change> sink) {
    int position = 0;
    long number = 0;
    long changes = 0;
    while (position < bytes.limit()) {
      Batch batch = Batch.at(bytes, position, generation);
      if (batch == null || batch.number() != number + 1) {
        refuseIfMoreFollows(file, bytes, position, generation, number);
        return changes;
      }
      while (batch.changes().hasRemaining()) {
        sink.accept(Change.decode(batch.changes()));
        changes++;
      }
      number = batch.number();
      position += batch.length();
    }
    return changes;
  }

  private static void refuseIfMoreFollows(
      Path file, ByteBuffer bytes, int damaged, long generation, long lastNumber) {
    for (int i = damaged; i < bytes.limit() - Batch.HEADER; i++) {
      Batch later = Batch.at(bytes, i, generation);
      if (later != null && later.number() > lastNumber) {
        throw new DamagedLog(
            "The redo log "
                + file
                + " is damaged at byte "
                + damaged
                + ", and whole batches follow from byte "
                + i
                + ": acknowledged writes would be lost. Restore the data folder from a backup, or"
                + " move this file away to go on without the writes in it.");
      }
    }
  }
}
