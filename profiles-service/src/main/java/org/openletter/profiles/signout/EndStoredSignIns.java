package org.openletter.profiles.signout;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openletter.profiles.authorization.StoredAuthorizations;
import org.openletter.profiles.session.StoredSessions;
import org.springframework.stereotype.Component;

/// Ends sign-ins in the database.
@Component
class EndStoredSignIns implements EndSignIns {

  private final StoredSessions sessions;
  private final StoredAuthorizations authorizations;

  EndStoredSignIns(StoredSessions sessions, StoredAuthorizations authorizations) {
    this.sessions = sessions;
    this.authorizations = authorizations;
  }

  @Override
  public void end(String accountId, Instant before, @Nullable String exceptAuthorization) {
    sessions.end(accountId, before);
    authorizations.end(accountId, before, exceptAuthorization);
  }

  @Override
  public int alive(String accountId, Instant before, @Nullable String exceptAuthorization) {
    return authorizations.alive(accountId, before, exceptAuthorization);
  }
}
