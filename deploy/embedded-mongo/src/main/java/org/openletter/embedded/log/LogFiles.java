package org.openletter.embedded.log;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The log files of a data folder: one for each generation of the store, and only the last is kept.
public class LogFiles {

  private static final Logger LOG = LoggerFactory.getLogger(LogFiles.class);
  private static final String PREFIX = "redo-";
  private static final String SUFFIX = ".log";

  private final Path folder;

  /// The folder exists.
  public LogFiles(Path folder) {
    this.folder = folder;
  }

  /// Where the log of a generation is, or would be.
  public Path of(long generation) {
    return folder.resolve(PREFIX + generation + SUFFIX);
  }

  FileChannel create(long generation) throws IOException {
    Path file = of(generation);
    FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    deleteAllBut(file);
    forceFolder();
    return channel;
  }

  private void deleteAllBut(Path kept) throws IOException {
    try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
      for (Path log : logs) {
        if (!log.equals(kept)) {
          Files.deleteIfExists(log);
        }
      }
    }
  }

  /// A new file survives a power cut only when its folder is forced too.
  private void forceFolder() {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      LOG.debug("This system does not force folders: {}", e.toString());
    }
  }
}
