package org.openletter.gateway.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Ids of sessions: 256 random bits in the cookie, their hash in the database, so that nobody can
/// use what he reads there. An id that was changed is the first one, which says where the session
/// is stored and lets nobody in any more, a dot, and 256 new bits that do: so changing it is one
/// write to the same document.
final class SessionIds {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

  private SessionIds() {}

  static String random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return TEXT.encodeToString(bytes);
  }

  /// The id that takes the place of this one.
  static String changed(String id) {
    return place(id) + '.' + random();
  }

  /// The `_id` under which the session with this id is stored, also after the id was changed.
  static String key(String id) {
    return hash(place(id));
  }

  /// What the stored session must hold for this id to open it; null for an id that was never
  /// changed.
  static @Nullable String proof(String id) {
    return place(id).length() == id.length() ? null : hash(id);
  }

  private static String place(String id) {
    int dot = id.indexOf('.');
    return dot < 0 ? id : id.substring(0, dot);
  }

  private static String hash(String id) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return TEXT.encodeToString(digest.digest(id.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
