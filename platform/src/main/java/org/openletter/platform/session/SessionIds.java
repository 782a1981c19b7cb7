package org.openletter.platform.session;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.secret.Sha256;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;

/// Ids of stored sessions: random in the cookie, their hash in the database, so that nobody can use
/// what he reads there. An id that was changed is the first one, which says where the session is
/// stored and lets nobody in any more, a dot, and a secret that does: so changing it is one write
/// to the same document.
public final class SessionIds {

  // 256 bits.
  private static final StringKeyGenerator SECRETS =
      new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), 32);

  private SessionIds() {}

  /// A new id, or a new secret of one.
  static String fresh() {
    return SECRETS.generateKey();
  }

  /// The id that takes the place of this one, with this secret.
  static String changed(String id, String secret) {
    return place(id) + '.' + secret;
  }

  /// The `_id` under which the session with this id is stored, also after the id was changed.
  public static String key(String id) {
    return hash(place(id));
  }

  /// What the stored session must hold for this id to open it; null for an id that was never
  /// changed.
  static @Nullable String proof(String id) {
    return place(id).length() == id.length() ? null : hash(id);
  }

  private static String hash(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(text));
  }

  private static String place(String id) {
    int dot = id.indexOf('.');
    return dot < 0 ? id : id.substring(0, dot);
  }
}
