package org.openletter.profiles.people;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openletter.platform.outbox.OutboxEvent;
import org.openletter.profiles.account.Account;
import org.openletter.profiles.account.AccountEvents;
import org.openletter.profiles.account.Accounts;
import org.openletter.profiles.account.Standing;
import org.openletter.profiles.name.Concern;
import org.openletter.profiles.name.Names;
import org.springframework.stereotype.Component;

/// Compares a name with those of the letters that could not be compared when it was wanted, because
/// posts-service did not answer. Asked again until there is an answer.
@Component
public class CompareName {

  private final Accounts accounts;
  private final AccountEvents events;
  private final Names names;
  private final Clock clock;

  CompareName(Accounts accounts, AccountEvents events, Names names, Clock clock) {
    this.accounts = accounts;
    this.events = events;
    this.names = names;
    this.clock = clock;
  }

  /// Does nothing when the account waits for something else meanwhile.
  public void compare(String accountId) {
    Account seen = accounts.byId(accountId).filter(CompareName::waitsForAnAnswer).orElse(null);
    if (seen == null) {
      return;
    }
    Optional<Concern> concern =
        seen.seen()
            ? names.concern(seen.id(), seen.wish(), seen.approved())
            : names.concern(seen.id(), seen.handle(), seen.wish(), seen.approved());
    accounts.change(
        accountId,
        account ->
            account.version() == seen.version()
                ? Optional.of(after(account, concern))
                : waitsForAnAnswer(account) ? Optional.of(later(account)) : Optional.empty());
  }

  private static boolean waitsForAnAnswer(Account account) {
    Concern why = account.why();
    return account.standing() == Standing.WAITING
        && why != null
        && why.like() == Concern.Like.UNKNOWN;
  }

  private Accounts.Change after(Account account, Optional<Concern> concern) {
    Instant now = clock.instant();
    if (concern.isEmpty()) {
      Account good = account.named(account.wish(), now);
      List<OutboxEvent> after = new ArrayList<>();
      if (!good.name().equals(account.name())) {
        after.addAll(events.renamed(good, now));
      }
      after.add(events.told(account, "name-compared", Map.of("name", good.name()), now));
      return new Accounts.Change(good, after);
    }
    return new Accounts.Change(
        account.standing(Standing.WAITING, concern.get(), now),
        List.of(events.waits(account.id(), concern.get(), now)));
  }

  // Another name is wanted since: it is compared in its turn.
  private Accounts.Change later(Account account) {
    Concern unknown = new Concern(Concern.Of.NAME, Concern.Like.UNKNOWN);
    return new Accounts.Change(
        account, List.of(events.waits(account.id(), unknown, clock.instant())));
  }
}
