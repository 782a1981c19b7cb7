package org.openletter.profiles.people;

import java.time.Instant;
import java.util.Map;
import org.openletter.profiles.account.Account;
import org.openletter.profiles.account.Accounts;
import org.openletter.profiles.account.Standing;
import org.openletter.profiles.notice.News;
import org.openletter.profiles.notice.Notices;
import org.springframework.stereotype.Component;

/// Tells every admin that a name waits for approval. The name itself is only shown where it is
/// decided about.
@Component
public class TellAdmins {

  private static final int MOST_ADMINS = 50;

  private final Accounts accounts;
  private final Notices notices;

  TellAdmins(Accounts accounts, Notices notices) {
    this.accounts = accounts;
    this.notices = notices;
  }

  /// Tells nobody when it does not wait any more.
  public void tell(String eventId, String accountId, Instant at) {
    boolean waits =
        accounts.byId(accountId).filter(a -> a.standing() == Standing.WAITING).isPresent();
    if (!waits) {
      return;
    }
    for (Account admin : accounts.admins(MOST_ADMINS)) {
      notices.tell(new News(eventId, admin.id(), "name-waits", "name-waits", Map.of(), at));
    }
  }
}
