package org.openletter.profiles.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Ids of stored sessions: random in the cookie, a hash in the database. An id that was changed is
/// the first one, which says where the session is stored and lets nobody in any more, a dot, and
/// what does: so changing it is one write to the same document.
final class StoredIds {

  private StoredIds() {}

  /// The id that takes the place of this one, with this secret.
  static String changed(String id, String secret) {
    return place(id) + '.' + secret;
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
      byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java runtime has SHA-256", impossible);
    }
  }
}
