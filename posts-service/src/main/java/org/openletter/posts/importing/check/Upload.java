package org.openletter.posts.importing.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A file that somebody sends, for as long as it is looked at.
record Upload(Path path, long bytes) implements AutoCloseable {

  /// Whoever sends more than this many times the limit may see a broken connection instead of an
  /// answer.
  private static final int PATIENCE = 4;

  /// Writes what comes into a file in this folder. Empty when it is more than `limit` bytes,
  /// whatever the sender said about its length.
  static Optional<Upload> receive(InputStream in, Path folder, long limit) throws IOException {
    Path path = Files.createTempFile(folder, "import-", "");
    long bytes = 0;
    try (OutputStream out = Files.newOutputStream(path)) {
      byte[] buffer = new byte[64 * 1024];
      int got = in.read(buffer);
      while (got >= 0 && bytes + got <= limit) {
        out.write(buffer, 0, got);
        bytes += got;
        got = in.read(buffer);
      }
      if (got < 0) {
        return Optional.of(new Upload(path, bytes));
      }
    } catch (IOException | RuntimeException failed) {
      Files.deleteIfExists(path);
      throw failed;
    }
    Files.deleteIfExists(path);
    // A sender that is cut off in the middle never reads the answer, so the rest is let run out.
    skip(in, limit * PATIENCE);
    return Optional.empty();
  }

  private static void skip(InputStream in, long most) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    long skipped = 0;
    int got = 0;
    while (got >= 0 && skipped < most) {
      got = in.read(buffer);
      skipped += got;
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
