package org.openletter.profiles.account;

import org.openletter.profiles.TestDatabase;

class StoredAccountsTest extends AccountsContract {

  @Override
  Accounts empty() {
    return new StoredAccounts(TestDatabase.with(new AccountMapper().accountIndexes()));
  }
}
