package org.openletter.profiles.profile;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.problem.Refusal;
import org.openletter.profiles.ProfilesRefusals;
import org.openletter.profiles.account.Account;
import org.openletter.profiles.account.AccountEvents;
import org.openletter.profiles.account.Accounts;
import org.openletter.profiles.account.Credentials;
import org.openletter.profiles.account.SecurityLog;
import org.openletter.profiles.password.PasswordRules;
import org.openletter.profiles.password.Passwords;
import org.openletter.profiles.password.RecoveryCodes;
import org.openletter.profiles.signout.EndSignIns;
import org.openletter.profiles.tries.Guesser;
import org.openletter.profiles.tries.Purpose;
import org.openletter.profiles.tries.TooMany;
import org.openletter.profiles.tries.Tries;
import org.springframework.stereotype.Component;

/// A signed-in person changes her password, or gets a new recovery code. Both ask for the password
/// again: an open browser is not enough. A new password ends every other sign-in.
@Component
class ChangePassword {

  private final Accounts accounts;
  private final AccountEvents events;
  private final Passwords passwords;
  private final RecoveryCodes codes;
  private final Tries tries;
  private final EndSignIns endSignIns;
  private final Clock clock;

  ChangePassword(
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

    /// The new password works, and only this sign-in goes on; so many others ended.
    record Changed(int ended) implements Result {}

    /// A new recovery code; the old one works no longer.
    record NewCode(String code) implements Result {}

    record No(Refusal why) implements Result {}
  }

  /// Changes the password. `signInId` is the sign-in that goes on; null ends all.
  Result change(String accountId, String current, String wanted, @Nullable String signInId) {
    Account account = accounts.byId(accountId).orElse(null);
    if (account == null) {
      return new Result.No(Refusal.SIGN_IN_FIRST);
    }
    Optional<String> objection = PasswordRules.objection(wanted, account.handle().value());
    if (objection.isPresent()) {
      return new Result.No(Refusal.field("password", objection.get()));
    }
    Optional<Result> refused = refused(account, current, "current");
    if (refused.isPresent()) {
      return refused.get();
    }
    String hash = passwords.hash(wanted);
    Instant now = clock.instant();
    // Counted before, because whoever carries the change on may be faster than the next line.
    int others = endSignIns.alive(accountId, now, signInId);
    accounts.change(accountId, a -> Optional.of(changed(a, hash, signInId, now)));
    endSignIns.end(accountId, now, signInId);
    SecurityLog.event("password-changed", accountId);
    return new Result.Changed(others);
  }

  private Accounts.Change changed(
      Account account, String hash, @Nullable String signInId, Instant now) {
    Credentials renewed =
        account.credentials().renewed(hash, account.credentials().recovery(), now);
    return new Accounts.Change(
        account.credentials(renewed, now), List.of(events.signedOut(account, signInId, now)));
  }

  /// Makes a new recovery code.
  Result newCode(String accountId, String password) {
    Account account = accounts.byId(accountId).orElse(null);
    if (account == null) {
      return new Result.No(Refusal.SIGN_IN_FIRST);
    }
    Optional<Result> refused = refused(account, password, "password");
    if (refused.isPresent()) {
      return refused.get();
    }
    String code = codes.next();
    String hash = RecoveryCodes.hash(code);
    accounts.change(accountId, a -> Optional.of(new Accounts.Change(a.recovery(hash))));
    SecurityLog.event("recovery-code-made", accountId);
    return new Result.NewCode(code);
  }

  private Optional<Result> refused(Account account, String password, String field) {
    Guesser signedIn = new Guesser.SignedIn();
    Optional<TooMany> tooMany = tries.begin(Purpose.ASKED_AGAIN, account.handle(), signedIn);
    if (tooMany.isPresent()) {
      return Optional.of(new Result.No(ProfilesRefusals.tooManyTries(tooMany.get().retryAfter())));
    }
    if (!passwords.matches(password, account.credentials().password())) {
      return Optional.of(new Result.No(Refusal.field(field, "This is not your password.")));
    }
    tries.succeeded(Purpose.ASKED_AGAIN, account.handle(), signedIn);
    return Optional.empty();
  }
}
