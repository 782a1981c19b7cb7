package org.openletter.profiles.people;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.outbox.OutboxEvent;
import org.openletter.platform.problem.Refusal;
import org.openletter.profiles.ProfilesRefusals;
import org.openletter.profiles.account.Account;
import org.openletter.profiles.account.AccountEvents;
import org.openletter.profiles.account.Accounts;
import org.openletter.profiles.account.SecurityLog;
import org.openletter.profiles.account.Standing;
import org.openletter.profiles.name.Concern;
import org.openletter.profiles.name.Handle;
import org.openletter.profiles.name.Names;
import org.springframework.stereotype.Component;

/// An admin decides about an account that waits because of its name.
@Component
class DecideName {

  private final Accounts accounts;
  private final AccountEvents events;
  private final Clock clock;

  DecideName(Accounts accounts, AccountEvents events, Clock clock) {
    this.accounts = accounts;
    this.events = events;
    this.clock = clock;
  }

  /// What became of it.
  sealed interface Result {

    /// So it stands now.
    record Decided(Account account) implements Result {}

    record No(Refusal why) implements Result {}
  }

  /// @param version of the name that was seen: the decision is about that one and no newer one
  Result decide(String handle, boolean approved, String version, Caller by) {
    Account known = Handle.read(handle).flatMap(accounts::byHandle).orElse(null);
    if (known == null || !known.standing().mayEnter()) {
      return new Result.No(ProfilesRefusals.NOBODY);
    }
    Standing wanted = approved ? Standing.GOOD : Standing.REFUSED;
    if (!waits(known, wanted)) {
      return new Result.No(ProfilesRefusals.NOT_WAITING);
    }
    AtomicBoolean seen = new AtomicBoolean();
    Account after =
        accounts
            .change(
                known.id(),
                account -> {
                  seen.set(account.nameVersion().equals(version));
                  return seen.get() ? Optional.of(decided(account, wanted)) : Optional.empty();
                })
            .orElseThrow();
    if (!seen.get()) {
      return new Result.No(changed(after));
    }
    SecurityLog.event(approved ? "name-approved" : "name-refused", known.id(), by.accountId(), "");
    return new Result.Decided(accounts.byId(known.id()).orElseThrow());
  }

  private static Refusal changed(Account now) {
    return now.standing() == Standing.WAITING || now.standing() == Standing.REFUSED
        ? ProfilesRefusals.OTHER_NAME
        : ProfilesRefusals.NAME_SETTLED;
  }

  // What was refused can still be approved.
  private static boolean waits(Account account, Standing wanted) {
    return account.standing() == Standing.WAITING
        || account.standing() == Standing.REFUSED && wanted == Standing.GOOD;
  }

  private Accounts.Change decided(Account account, Standing wanted) {
    Instant now = clock.instant();
    if (wanted == Standing.REFUSED) {
      return new Accounts.Change(
          account.standing(Standing.REFUSED, account.why(), now), List.of(refused(account, now)));
    }
    Account good =
        account.approved(Names.keys(account.handle(), account.wish())).named(account.wish(), now);
    List<OutboxEvent> after = new ArrayList<>();
    if (!good.name().equals(account.name())) {
      after.addAll(events.renamed(good, now));
    }
    after.add(events.told(account, "name-approved", Map.of("name", good.name()), now));
    return new Accounts.Change(good, after);
  }

  private OutboxEvent refused(Account account, Instant now) {
    Concern why = account.why();
    return why != null && why.of() == Concern.Of.HANDLE
        ? events.told(account, "handle-refused", Map.of("handle", account.handle().value()), now)
        : events.told(
            account, "name-refused", Map.of("wanted", account.wish(), "name", account.name()), now);
  }
}
