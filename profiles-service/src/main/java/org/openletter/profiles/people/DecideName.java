package org.openletter.profiles.people;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openletter.platform.caller.Caller;
import org.openletter.profiles.account.Account;
import org.openletter.profiles.account.AccountEvents;
import org.openletter.profiles.account.Accounts;
import org.openletter.profiles.account.SecurityLog;
import org.openletter.profiles.account.Standing;
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

    /// It does not wait: somebody was faster, or the name was changed.
    record NotWaiting(Account account) implements Result {}

    /// There is no such account.
    record NoAccount() implements Result {}
  }

  Result decide(String handle, boolean approved, Caller by) {
    Account known = Handle.read(handle).flatMap(accounts::byHandle).orElse(null);
    if (known == null || !known.standing().mayEnter()) {
      return new Result.NoAccount();
    }
    Standing wanted = approved ? Standing.GOOD : Standing.REFUSED;
    Account after =
        accounts
            .change(
                known.id(),
                account ->
                    // The decision is about the name that was seen, not about a newer one.
                    waits(account, wanted) && account.name().equals(known.name())
                        ? Optional.of(decided(account, wanted))
                        : Optional.empty())
            .orElseThrow();
    if (after.standing() != wanted || !waits(known, wanted)) {
      return new Result.NotWaiting(after);
    }
    SecurityLog.event(approved ? "name-approved" : "name-refused", known.id(), by.accountId(), "");
    return new Result.Decided(after);
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
          account.standing(Standing.REFUSED, account.why(), now),
          List.of(
              events.told(
                  account,
                  "name",
                  "Your name was not approved, because it looks like one of the site or its staff."
                      + " Show another name, and you can write at once.",
                  "/me",
                  now)));
    }
    return new Accounts.Change(
        account
            .approved(Names.keys(account.handle(), account.name()))
            .standing(Standing.GOOD, null, now),
        List.of(
            events.told(account, "name", "Your name was approved. You can write now.", "/", now)));
  }
}
