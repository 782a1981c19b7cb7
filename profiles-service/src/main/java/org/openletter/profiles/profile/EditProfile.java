package org.openletter.profiles.profile;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openletter.platform.limit.Limit;
import org.openletter.platform.limit.Limits;
import org.openletter.platform.outbox.OutboxEvent;
import org.openletter.platform.problem.FieldProblem;
import org.openletter.platform.text.PlainText;
import org.openletter.profiles.account.Account;
import org.openletter.profiles.account.AccountEvents;
import org.openletter.profiles.account.Accounts;
import org.openletter.profiles.account.Standing;
import org.openletter.profiles.name.DisplayName;
import org.openletter.profiles.name.Names;
import org.springframework.stereotype.Component;

/// A person changes the name she shows and what she says of herself. A name that looks like the
/// site's or its staff's makes her account wait for staff; a harmless one ends the waiting.
@Component
class EditProfile {

  /// Longest text about oneself, in code points.
  static final int LONGEST_BIO = 500;

  // Every new name is written into all that she wrote.
  private static final Limit RENAMES = new Limit(20, Duration.ofDays(1));

  private final Accounts accounts;
  private final AccountEvents events;
  private final Names names;
  private final Limits limits;
  private final Clock clock;

  EditProfile(Accounts accounts, AccountEvents events, Names names, Limits limits, Clock clock) {
    this.accounts = accounts;
    this.events = events;
    this.names = names;
    this.limits = limits;
    this.clock = clock;
  }

  /// What became of it.
  sealed interface Result {

    /// So it stands now.
    record Saved(Account account) implements Result {}

    /// Something has to be typed differently.
    record Invalid(List<FieldProblem> fields) implements Result {}

    /// Too many names in one day.
    record TooManyNames(Duration retryAfter) implements Result {}

    /// The account is gone.
    record NoAccount() implements Result {}
  }

  Result edit(String accountId, String typedName, String typedBio) {
    String typed = DisplayName.clean(typedName);
    String bio = PlainText.clean(typedBio);
    List<FieldProblem> wrong = new ArrayList<>();
    DisplayName.objection(typed)
        .ifPresent(sentence -> wrong.add(new FieldProblem("name", sentence)));
    if (PlainText.length(bio) > LONGEST_BIO) {
      wrong.add(new FieldProblem("bio", "Say it in at most 500 characters."));
    }
    if (!wrong.isEmpty()) {
      return new Result.Invalid(wrong);
    }
    Account now = accounts.byId(accountId).orElse(null);
    if (now == null) {
      return new Result.NoAccount();
    }
    String name = typed.isEmpty() ? now.handle().value() : typed;
    if (!name.equals(now.name())) {
      Optional<Duration> wait = limits.take("renames", accountId, RENAMES);
      if (wait.isPresent()) {
        return new Result.TooManyNames(wait.get());
      }
    }
    return accounts
        .change(accountId, account -> Optional.of(changed(account, name, bio)))
        .<Result>map(Result.Saved::new)
        .orElseGet(Result.NoAccount::new);
  }

  private Accounts.Change changed(Account account, String name, String bio) {
    Instant now = clock.instant();
    Account described = judged(account.described(name, bio), now);
    List<OutboxEvent> after =
        name.equals(account.name()) ? List.of() : events.renamed(described, now);
    return new Accounts.Change(described, after);
  }

  private Account judged(Account account, Instant now) {
    if (account.staff() || !account.standing().mayEnter()) {
      return account;
    }
    Optional<String> concern = names.concern(account.handle(), account.name(), account.approved());
    if (concern.isEmpty()) {
      return account.standing(Standing.GOOD, null, now);
    }
    // Refused stays refused for the same reason; another reason is looked at anew.
    return concern.get().equals(account.why())
        ? account
        : account.standing(Standing.WAITING, concern.get(), now);
  }
}
