package org.openletter.gateway.door.session;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/// Encrypts what a session, or a cookie in its stead, holds (AES-256-GCM). Each value is bound to
/// its session and its name: a value that was moved to another place does not open.
public final class Seal {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int SHORTEST_SECRET = 32;
  private static final byte FIRST_FORMAT = 1;

  private final SecretKey key;
  private final SecureRandom random = new SecureRandom();

  /// Seals with a key that is derived from `secret`, which has at least 32 characters.
  Seal(String secret) {
    if (secret.length() < SHORTEST_SECRET) {
      throw new IllegalStateException(
          "session.key is too short: at least " + SHORTEST_SECRET + " random characters.");
    }
    try {
      this.key =
          KDF.getInstance("HKDF-SHA256")
              .deriveKey(
                  "AES",
                  HKDFParameterSpec.ofExtract()
                      .addIKM(secret.getBytes(StandardCharsets.UTF_8))
                      .thenExpand("session".getBytes(StandardCharsets.UTF_8), 32));
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /// Seals it for this place.
  public byte[] close(byte[] plain, String place) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(plain);
      return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
          .put(FIRST_FORMAT)
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /// Empty when it was changed, moved, or sealed with another key.
  public Optional<byte[]> open(byte[] sealed, String place) {
    if (sealed.length <= 1 + NONCE_BYTES || sealed[0] != FIRST_FORMAT) {
      return Optional.empty();
    }
    byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
    try {
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, nonce, place)
              .doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES));
    } catch (GeneralSecurityException notOurs) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
