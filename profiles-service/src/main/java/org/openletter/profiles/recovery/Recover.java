package org.openletter.profiles.recovery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.outbox.OutboxEvent;
import org.openletter.platform.problem.FieldProblem;
import org.openletter.profiles.account.Account;
import org.openletter.profiles.account.AccountEvents;
import org.openletter.profiles.account.Accounts;
import org.openletter.profiles.account.SecurityLog;
import org.openletter.profiles.name.Handle;
import org.openletter.profiles.password.PasswordRules;
import org.openletter.profiles.password.Passwords;
import org.openletter.profiles.password.RecoveryCodes;
import org.openletter.profiles.signout.EndSignIns;
import org.openletter.profiles.tries.Guesser;
import org.openletter.profiles.tries.Purpose;
import org.openletter.profiles.tries.TooMany;
import org.openletter.profiles.tries.Tries;
import org.springframework.stereotype.Component;

/// Somebody gets back in with her recovery code and chooses a new password. A code works once; a
/// new one takes its place. Whatever was signed in before ends.
@Component
class Recover {

  private static final String NOBODYS = RecoveryCodes.hash("nobody has this code");

  private final Accounts accounts;
  private final AccountEvents events;
  private final Passwords passwords;
  private final RecoveryCodes codes;
  private final Tries tries;
  private final EndSignIns endSignIns;
  private final Clock clock;

  Recover(
      Accounts accounts,
      AccountEvents events,
      Passwords passwords,
      RecoveryCodes codes,
      Tries tries,
      EndSignIns endSignIns,
      Clock clock) {
    this.accounts = accounts;
    this.events = events;
    this.passwords = passwords;
    this.codes = codes;
    this.tries = tries;
    this.endSignIns = endSignIns;
    this.clock = clock;
  }

  /// What became of it.
  sealed interface Result {

    /// She is back; the new code is shown once.
    record Back(Account account, String newCode) implements Result {}

    /// No such account, or not its code: nobody learns which.
    record NoMatch() implements Result {}

    /// The new password is no good; the code was not looked at and still works.
    record Invalid(List<FieldProblem> fields) implements Result {}

    /// Too many tries; nothing was compared.
    record TooManyTries(TooMany tooMany) implements Result {}
  }

  /// Somebody tries; `handle` is null when what was typed cannot be one.
  Result recover(@Nullable Handle handle, String code, String newPassword, Guesser guesser) {
    Optional<String> objection =
        PasswordRules.objection(newPassword, handle == null ? "" : handle.value());
    if (objection.isPresent()) {
      return new Result.Invalid(List.of(new FieldProblem("password", objection.get())));
    }
    Optional<TooMany> tooMany = tries.begin(Purpose.RECOVERY, handle, guesser);
    if (tooMany.isPresent()) {
      return new Result.TooManyTries(tooMany.get());
    }
    Account account = Optional.ofNullable(handle).flatMap(accounts::byHandle).orElse(null);
    String hash = account == null ? NOBODYS : account.credentials().recovery();
    if (!RecoveryCodes.matches(code, hash) || account == null || !account.standing().mayEnter()) {
      if (account != null) {
        SecurityLog.event("recovery-refused", account.id());
      }
      return new Result.NoMatch();
    }
    tries.succeeded(Purpose.RECOVERY, account.handle(), guesser);
    return renew(account, code, newPassword);
  }

  private Result renew(Account known, String code, String newPassword) {
    String passwordHash = passwords.hash(newPassword);
    String newCode = codes.next();
    Instant now = clock.instant();
    Optional<Account> changed =
        accounts.change(
            known.id(),
            account ->
                // Asked again when somebody was faster: a code that was used meanwhile is used.
                RecoveryCodes.matches(code, account.credentials().recovery())
                    ? Optional.of(changed(account, passwordHash, newCode, now))
                    : Optional.empty());
    if (changed.isEmpty() || !RecoveryCodes.matches(newCode, recoveryOf(changed.get()))) {
      return new Result.NoMatch();
    }
    endSignIns.end(known.id(), now, null);
    SecurityLog.event("recovered", known.id());
    return new Result.Back(changed.get(), newCode);
  }

  private Accounts.Change changed(Account account, String password, String code, Instant now) {
    Account renewed =
        account.credentials(
            account.credentials().renewed(password, RecoveryCodes.hash(code), now), now);
    // Kept in the account until it is done, should this process end in the next line.
    List<OutboxEvent> after =
        List.of(
            events.signedOut(account, null, now),
            events.told(account, "password-recovered", Map.of(), now));
    return new Accounts.Change(renewed, after);
  }

  private static String recoveryOf(Account account) {
    return account.credentials().recovery();
  }
}
