package org.openletter.platform.session;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.secret.Sha256;

/// Ids of stored sessions: random in the cookie, their hash in the database, so that nobody can use
/// what he reads there. An id that was changed is the first one, which says where the session is
/// stored and lets nobody in any more, a dot, and a secret that does: so changing it is one write
/// to the same document.
///
/// @param written how the bytes of a hash are written in the database
public record SessionIds(Function<byte[], String> written) {

  /// The id that takes the place of this one, with this secret.
  public static String changed(String id, String secret) {
    return place(id) + '.' + secret;
  }

  /// The `_id` under which the session with this id is stored, also after the id was changed.
  public String key(String id) {
    return written.apply(Sha256.of(place(id)));
  }

  /// What the stored session must hold for this id to open it; null for an id that was never
  /// changed.
  public @Nullable String proof(String id) {
    return place(id).length() == id.length() ? null : written.apply(Sha256.of(id));
  }

  private static String place(String id) {
    int dot = id.indexOf('.');
    return dot < 0 ? id : id.substring(0, dot);
  }
}
