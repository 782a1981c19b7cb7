package org.openletter.profiles.signout;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openletter.profiles.authorization.StoredAuthorizations;
import org.openletter.profiles.session.StoredSessions;
import org.springframework.stereotype.Component;

/// Ends what a person was signed in with before she changed her password.
@Component
public class EndSignIns {

  private final StoredSessions sessions;
  private final StoredAuthorizations authorizations;

  EndSignIns(StoredSessions sessions, StoredAuthorizations authorizations) {
    this.sessions = sessions;
    this.authorizations = authorizations;
  }

  /// Ends all sessions and refresh tokens from before that instant, but for the sign-in of this id
  /// (null: for none). Doing it twice is harmless.
  public void end(String accountId, Instant before, @Nullable String exceptAuthorization) {
    sessions.end(accountId, before);
    authorizations.end(accountId, before, exceptAuthorization);
  }
}
