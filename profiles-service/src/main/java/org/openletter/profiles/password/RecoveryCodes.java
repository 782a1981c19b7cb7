package org.openletter.profiles.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.openletter.platform.secret.Sha256;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Makes and compares recovery codes: 24 characters of an alphabet without look-alikes, 120 bits,
/// in six groups of four. They are random, so a plain SHA-256 keeps them: there is nothing to
/// guess.
@Component
public class RecoveryCodes {

  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

  private static final int LENGTH = 24;

  private static final int LONGEST_TYPED = 200;

  private final RandomGenerator random;

  @Autowired
  RecoveryCodes() {
    this(new java.security.SecureRandom());
  }

  /// Codes from this randomness.
  public RecoveryCodes(RandomGenerator random) {
    this.random = random;
  }

  /// A new code as people see it, `k7q2-9mxd-...`.
  public String next() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      if (i > 0 && i % 4 == 0) {
        code.append('-');
      }
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }

  /// What is kept of a code.
  public static String hash(String code) {
    return Sha256.hex(plain(code));
  }

  /// Whether what somebody typed is the code of this hash, in any case and with any spaces.
  public static boolean matches(String typed, String hash) {
    return typed.length() <= LONGEST_TYPED
        && MessageDigest.isEqual(
            hash(typed).getBytes(StandardCharsets.US_ASCII),
            hash.getBytes(StandardCharsets.US_ASCII));
  }

  // People write o for 0 and i or l for 1.
  private static String plain(String code) {
    return code.toLowerCase(Locale.ROOT)
        .replaceAll("[^0-9a-z]", "")
        .replace('o', '0')
        .replace('i', '1')
        .replace('l', '1');
  }
}
