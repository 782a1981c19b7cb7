package org.openletter.platform.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whose tokens count no longer, because a role was taken away or an account was paused since they
/// were made.
@FunctionalInterface
public interface RevokedSubjects {

  /// Whether a token of this subject that was issued then is void.
  boolean revoked(String subject, @Nullable Instant issuedAt);
}
