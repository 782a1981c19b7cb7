package org.openletter.embedded.log;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openletter.embedded.disk.WholeFile;

/// The log files of a data folder: one for each generation of the store. The last two are kept, so
/// that the checkpoint before the newest is enough to bring everything back.
public class LogFiles {

  private static final Pattern NAME = Pattern.compile("redo-(\\d{1,18})\\.log");

  private final Path folder;

  /// The folder exists.
  public LogFiles(Path folder) {
    this.folder = folder;
  }

  /// Where the log of a generation is, or would be.
  public Path of(long generation) {
    return folder.resolve("redo-" + generation + ".log");
  }

  /// The file that says how long the newest log is.
  Path end() {
    return folder.resolve("redo.end");
  }

  /// The length a log was acknowledged to have at least, 0 when nothing is known of it.
  public long acknowledged(long generation) throws IOException {
    return Acknowledged.of(end(), generation);
  }

  /// The generations that have a log, lowest first.
  public NavigableSet<Long> generations() throws IOException {
    TreeSet<Long> found = new TreeSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (name.matches()) {
          found.add(Long.parseLong(name.group(1)));
        }
      }
    }
    return found;
  }

  FileChannel create(long generation) throws IOException {
    FileChannel channel =
        FileChannel.open(
            of(generation),
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    new WholeFile().forceFolder(folder);
    return channel;
  }

  void deleteBefore(long generation) throws IOException {
    for (long old : generations().headSet(generation)) {
      Files.deleteIfExists(of(old));
    }
  }
}
