package org.openletter.profiles.revocation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.security.RevokedSubjects;
import org.openletter.profiles.account.Account;
import org.openletter.profiles.account.Accounts;
import org.springframework.stereotype.Component;

/// Here nothing has to be polled: the account itself says whether a token still counts.
@Component
class OwnRevocations implements RevokedSubjects {

  private final Accounts accounts;

  OwnRevocations(Accounts accounts) {
    this.accounts = accounts;
  }

  // A service's id is no account: nothing is known against it.
  @Override
  public boolean revoked(String subject, @Nullable Instant issuedAt) {
    Account account = accounts.byId(subject).orElse(null);
    if (account == null) {
      return false;
    }
    Instant since = account.tokensSince();
    return !account.standing().mayEnter()
        || since != null && (issuedAt == null || issuedAt.isBefore(since));
  }
}
