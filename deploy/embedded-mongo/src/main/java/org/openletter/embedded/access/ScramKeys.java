package org.openletter.embedded.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/// What a server has to know to check a SCRAM-SHA-256 proof (RFC 5802, RFC 7677).
final class ScramKeys {

  /// The least that drivers accept. The password that is made here has 256 random bits, so more
  /// would only slow down every connection.
  static final int ITERATIONS = 4096;

  private static final int SALT_BYTES = 28;
  private static final int HASH_BITS = 256;

  /// New with every start of the server.
  private final byte[] salt;

  private final byte[] storedKey;
  private final byte[] serverKey;

  private ScramKeys(byte[] salt, byte[] storedKey, byte[] serverKey) {
    this.salt = salt;
    this.storedKey = storedKey;
    this.serverKey = serverKey;
  }

  static ScramKeys of(Password password) {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    try {
      PBEKeySpec spec = new PBEKeySpec(password.text().toCharArray(), salt, ITERATIONS, HASH_BITS);
      byte[] salted =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
      return new ScramKeys(salt, hash(mac(salted, "Client Key")), mac(salted, "Server Key"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has PBKDF2", e);
    }
  }

  byte[] salt() {
    return salt.clone();
  }

  boolean proves(byte[] proof, String messages) {
    byte[] clientKey = mac(storedKey, messages);
    if (proof.length != clientKey.length) {
      return false;
    }
    for (int i = 0; i < clientKey.length; i++) {
      clientKey[i] ^= proof[i];
    }
    return MessageDigest.isEqual(hash(clientKey), storedKey);
  }

  byte[] signature(String messages) {
    return mac(serverKey, messages);
  }

  private static byte[] hash(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static byte[] mac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HmacSHA256", e);
    }
  }
}
