package org.openletter.profiles.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.openletter.platform.secret.Sha256;

/// The addresses of the gateway's files with the versions that it gives them: the first ten digits
/// of the hash of what is in them. The build lays the files beside this class.
public final class Look {

  /// What travels as one file, in the gateway's order.
  private static final Map<String, List<String>> PARTS =
      Map.of("/css/look.css", List.of("/css/tokens.css", "/css/base.css", "/css/parts.css"));

  private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

  private Look() {}

  /// The address of a file, such as `/css/look.css?v=3fa9c1d20b`.
  public static String url(String path) {
    return KNOWN.computeIfAbsent(path, Look::versioned);
  }

  private static String versioned(String path) {
    byte[][] parts =
        PARTS.getOrDefault(path, List.of(path)).stream().map(Look::read).toArray(byte[][]::new);
    return path + "?v=" + HexFormat.of().formatHex(Sha256.of(parts), 0, 5);
  }

  private static byte[] read(String path) {
    try (InputStream file = Look.class.getResourceAsStream(path.substring(1))) {
      if (file == null) {
        throw new IllegalArgumentException("No such file: " + path);
      }
      return file.readAllBytes();
    } catch (IOException failed) {
      throw new UncheckedIOException("Cannot read " + path, failed);
    }
  }
}
