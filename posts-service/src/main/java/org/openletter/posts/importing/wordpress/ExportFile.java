package org.openletter.posts.importing.wordpress;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// The bytes of an export: a file as it is, or the one export in a zip. Unpacked bytes are counted
/// while they are unpacked; what a zip says of itself is not believed.
record ExportFile(InputStream bytes, @Nullable ZipFile zip) implements AutoCloseable {

  /// Sites that pack their pictures too have a few thousand; each costs a look at its name.
  private static final int MOST_ENTRIES = 10_000;

  /// Each of these is opened to see what it is.
  private static final int MOST_XML = 20;

  private static final int HEAD = 8 * 1024;

  /// @param largest bytes that come out of it at most
  static ExportFile open(Path file, long largest) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(4);
      boolean zip =
          head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
      if (!zip) {
        return new ExportFile(Files.newInputStream(file), null);
      }
    }
    ZipFile zip = new ZipFile(file.toFile(), ISO_8859_1);
    try {
      return new ExportFile(new Counted(zip.getInputStream(only(zip)), largest), zip);
    } catch (IOException refused) {
      zip.close();
      throw refused;
    } catch (IllegalArgumentException strange) {
      // Names and times that cannot be.
      zip.close();
      throw NotReadable.damagedZip();
    }
  }

  private static ZipEntry only(ZipFile zip) throws IOException {
    if (zip.size() > MOST_ENTRIES) {
      throw NotReadable.zip(
          "There are more than %,d files in this zip. Unpack it and choose the .xml file of the export."
              .formatted(MOST_ENTRIES));
    }
    List<ZipEntry> candidates = new ArrayList<>();
    boolean nested = false;
    for (ZipEntry entry : Collections.list(zip.entries())) {
      String name = entry.getName().toLowerCase(Locale.ROOT);
      String last = name.substring(name.lastIndexOf('/') + 1);
      // A Mac puts a shadow of every file beside it.
      boolean shadow = name.startsWith("__macosx/") || last.startsWith(".");
      nested |= last.endsWith(".zip");
      if (last.endsWith(".xml") && !shadow && !entry.isDirectory()) {
        candidates.add(entry);
      }
    }
    if (candidates.size() > MOST_XML) {
      throw several();
    }
    List<ZipEntry> exports = new ArrayList<>();
    for (ZipEntry entry : candidates) {
      if (looksLikeAnExport(zip, entry)) {
        exports.add(entry);
      }
    }
    if (exports.size() > 1) {
      throw several();
    }
    if (exports.isEmpty()) {
      throw NotReadable.zip(
          nested
              ? "There is a zip inside this zip. Unpack it and choose the .xml file of the export."
              : "There is no WordPress export in this zip."
                  + " Choose the file that WordPress makes under Tools, Export; its name ends in .xml.");
    }
    return exports.getFirst();
  }

  private static boolean looksLikeAnExport(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return new String(in.readNBytes(HEAD), ISO_8859_1)
          // Also as UTF-16, where every second byte is zero.
          .replace("\0", "")
          .contains("wordpress.org/export/");
    }
  }

  private static NotReadable several() {
    return NotReadable.zip(
        "There is more than one export in this zip. Unpack it and choose one .xml file after the other.");
  }

  @Override
  public void close() throws IOException {
    bytes.close();
    if (zip != null) {
      zip.close();
    }
  }

  /// Ends with an error after so many bytes.
  private static final class Counted extends FilterInputStream {

    private final long largest;
    private long left;

    private Counted(InputStream in, long largest) {
      super(in);
      this.largest = largest;
      this.left = largest;
    }

    @Override
    public int read() throws IOException {
      int c = super.read();
      count(c < 0 ? 0 : 1);
      return c;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int got = super.read(into, from, length);
      count(Math.max(0, got));
      return got;
    }

    @Override
    public long skip(long n) throws IOException {
      return in.skip(0);
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    private void count(int got) throws NotReadable {
      left -= got;
      if (left < 0) {
        throw NotReadable.tooMuch(
            "Unpacked, this file is larger than the %d MB that can be brought in."
                .formatted(largest >> 20));
      }
    }
  }
}
