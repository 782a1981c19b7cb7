package org.openletter.platform.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/// Where files that people send lie while they are looked at. Only the account that runs the
/// service can read it. What a killed process left there is thrown away when it starts again: in
/// the folder of the system for temporary files it would stay, with the addresses of everybody who
/// responded.
///
/// @param path of this instance alone
public record UploadFolder(Path path) {

  private static final String OWNER_ONLY = "rwx------";

  /// Makes and empties the folder of one instance.
  ///
  /// @param folder may be shared with other services
  /// @param instance names this one among all that share the folder
  static UploadFolder open(Path folder, String instance) {
    Path own = folder.toAbsolutePath().resolve(instance);
    try {
      Files.createDirectories(own);
      if (Files.getFileStore(own).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(own, PosixFilePermissions.fromString(OWNER_ONLY));
      }
      Files.walkFileTree(own, new Emptying(own));
      return new UploadFolder(own);
    } catch (IOException failed) {
      throw new UncheckedIOException("The folder for uploads cannot be used: " + own, failed);
    }
  }

  // Links are taken away and not followed.
  private static final class Emptying extends SimpleFileVisitor<Path> {

    private final Path root;

    private Emptying(Path root) {
      this.root = root;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failed)
        throws IOException {
      if (failed != null) {
        throw failed;
      }
      if (!folder.equals(root)) {
        Files.delete(folder);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
