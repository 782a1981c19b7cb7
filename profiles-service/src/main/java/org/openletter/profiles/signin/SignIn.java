package org.openletter.profiles.signin;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.profiles.account.Account;
import org.openletter.profiles.account.Accounts;
import org.openletter.profiles.account.SecurityLog;
import org.openletter.profiles.account.Standing;
import org.openletter.profiles.name.Handle;
import org.openletter.profiles.password.Passwords;
import org.openletter.profiles.tries.Guesser;
import org.openletter.profiles.tries.Purpose;
import org.openletter.profiles.tries.TooMany;
import org.openletter.profiles.tries.Tries;
import org.springframework.stereotype.Component;

/// Somebody signs in with handle and password.
@Component
class SignIn {

  private final Accounts accounts;
  private final Passwords passwords;
  private final Tries tries;

  SignIn(Accounts accounts, Passwords passwords, Tries tries) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.tries = tries;
  }

  /// What became of it.
  sealed interface Result {

    /// It is her.
    record Entered(Account account) implements Result {}

    /// No such account, or not its password: nobody learns which.
    record NoMatch() implements Result {}

    /// It is her, and staff has paused the account.
    record Paused() implements Result {}

    /// Too many tries; nothing was compared.
    record TooManyTries(TooMany tooMany) implements Result {}
  }

  /// Somebody tries; `handle` is null when what was typed cannot be one.
  Result signIn(@Nullable Handle handle, String password, Guesser guesser) {
    Optional<TooMany> tooMany = tries.begin(Purpose.SIGN_IN, handle, guesser);
    if (tooMany.isPresent()) {
      return new Result.TooManyTries(tooMany.get());
    }
    Account account =
        Optional.ofNullable(handle)
            .flatMap(accounts::byHandle)
            .filter(found -> found.standing() != Standing.CLOSED)
            .orElse(null);
    if (account == null) {
      passwords.matchNobody(password);
      return new Result.NoMatch();
    }
    if (!passwords.matches(password, account.credentials().password())) {
      SecurityLog.event("sign-in-refused", account.id());
      return new Result.NoMatch();
    }
    tries.succeeded(Purpose.SIGN_IN, account.handle(), guesser);
    if (!account.standing().mayEnter()) {
      return new Result.Paused();
    }
    SecurityLog.event("signed-in", account.id());
    return new Result.Entered(account);
  }
}
