package org.openletter.profiles.signout;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Ends what a person was signed in with before she changed her password.
public interface EndSignIns {

  /// Ends all sessions and refresh tokens from before that instant, but for the sign-in of this id
  /// (null: for none). Doing it twice is harmless.
  void end(String accountId, Instant before, @Nullable String exceptAuthorization);

  /// How many sign-ins from before that instant still count, but for that one.
  int alive(String accountId, Instant before, @Nullable String exceptAuthorization);
}
