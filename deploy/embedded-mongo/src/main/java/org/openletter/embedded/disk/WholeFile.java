package org.openletter.embedded.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes a small file that is there wholly or not at all, also after a power cut: its content is
/// forced before it gets its name, and its name before anybody relies on it.
public class WholeFile {

  private static final Logger LOG = LoggerFactory.getLogger(WholeFile.class);

  private static final Set<OpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  /// On the real disk.
  public WholeFile() {}

  /// Makes the file, or takes the place of the one with its name.
  public final void write(Path file, byte[] content, FileAttribute<?>... attributes)
      throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    try (FileChannel channel = FileChannel.open(fresh, NEW, attributes)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      force(channel, fresh);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceFolder(file.toAbsolutePath().resolveSibling("."));
  }

  /// Brings a file or a folder to the disk.
  protected void force(FileChannel channel, Path path) throws IOException {
    channel.force(true);
    LOG.trace("{} is on the disk", path);
  }

  /// A new file survives a power cut only when its folder is forced too.
  public final void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      force(channel, folder);
    } catch (IOException e) {
      LOG.debug("This system does not force folders: {}", e.toString());
    }
  }
}
