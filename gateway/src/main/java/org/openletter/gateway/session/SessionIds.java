package org.openletter.gateway.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// Ids of sessions: 256 random bits in the cookie, their hash in the database, so that nobody can
/// use what he reads there.
final class SessionIds {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

  private SessionIds() {}

  static String random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return TEXT.encodeToString(bytes);
  }

  /// The `_id` under which the session with this id is stored.
  static String key(String id) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return TEXT.encodeToString(digest.digest(id.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
