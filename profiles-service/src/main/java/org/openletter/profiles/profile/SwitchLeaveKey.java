package org.openletter.profiles.profile;

import java.util.Optional;
import org.openletter.profiles.account.Account;
import org.openletter.profiles.account.Accounts;
import org.springframework.stereotype.Component;

/// A person switches the key that leaves a page off, or on again. It is hers and not a browser's:
/// every browser hears of it with its next token.
@Component
class SwitchLeaveKey {

  private final Accounts accounts;

  SwitchLeaveKey(Accounts accounts) {
    this.accounts = accounts;
  }

  /// Her account as it stands now; empty when there is none.
  Optional<Account> choose(String accountId, boolean off) {
    return accounts.change(
        accountId,
        account ->
            account.withoutLeaveKey() == off
                ? Optional.empty()
                : Optional.of(new Accounts.Change(account.leaving(off))));
  }
}
