package org.openletter.platform.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 of what is long or random enough that its hash gives nothing away; a password is not.
public final class Sha256 {

  private Sha256() {}

  /// The 32 bytes of the hash of all these, one after the other.
  public static byte[] of(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java runtime has SHA-256", impossible);
    }
  }

  /// The 32 bytes of the hash of a text in UTF-8.
  public static byte[] of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The hash of a text in UTF-8 as 64 hexadecimal digits.
  public static String hex(String text) {
    return HexFormat.of().formatHex(of(text));
  }
}
