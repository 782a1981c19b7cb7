package org.openletter.profiles.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.openletter.platform.secret.Sha256;

/// Locks what is kept where others could read it (AES-256-GCM): private keys in the database, each
/// bound to its key id, and what a stranger's browser keeps for us. The key of the box is made from
/// the file `signing.key` and what the box is for.
public final class KeyBox {

  private static final int NONCE = 12;

  private final SecureRandom random = new SecureRandom();
  private final SecretKeySpec key;

  /// A box for this use; one of another use opens nothing of it.
  public KeyBox(String use, String secret) {
    this.key = new SecretKeySpec(Sha256.of(use + "\n" + secret), "AES");
  }

  /// Locks it for the one place that has this key id.
  public byte[] lock(String kid, String content) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      byte[] locked =
          cipher(Cipher.ENCRYPT_MODE, kid, nonce).doFinal(content.getBytes(StandardCharsets.UTF_8));
      byte[] both = Arrays.copyOf(nonce, NONCE + locked.length);
      System.arraycopy(locked, 0, both, NONCE, locked.length);
      return both;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("a signing key could not be encrypted", impossible);
    }
  }

  /// Empty when it was locked with another secret or for another key id.
  public Optional<String> open(String kid, byte[] locked) {
    try {
      byte[] content =
          cipher(Cipher.DECRYPT_MODE, kid, Arrays.copyOf(locked, NONCE))
              .doFinal(locked, NONCE, locked.length - NONCE);
      return Optional.of(new String(content, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, String kid, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(128, nonce));
    cipher.updateAAD(kid.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
