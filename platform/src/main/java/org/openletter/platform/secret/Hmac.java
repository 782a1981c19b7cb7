package org.openletter.platform.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// A keyed hash: who has not the key can neither make nor check one.
///
/// @param key of the algorithm that it names, `HmacSHA256` or a longer one
public record Hmac(SecretKey key) {

  /// HMAC-SHA-256 with this secret as the key.
  public static Hmac sha256(String secret) {
    return new Hmac(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
  }

  /// HMAC-SHA-384 with this secret as the key.
  public static Hmac sha384(String secret) {
    return new Hmac(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA384"));
  }

  /// The hash of all these, one after the other.
  public byte[] of(byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(key.getAlgorithm());
      mac.init(key);
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java runtime has HMAC", impossible);
    }
  }

  /// The hash of a text in UTF-8.
  public byte[] of(String text) {
    return of(text.getBytes(UTF_8));
  }
}
