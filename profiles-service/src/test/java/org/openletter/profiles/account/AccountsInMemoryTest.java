package org.openletter.profiles.account;

class AccountsInMemoryTest extends AccountsContract {

  @Override
  Accounts empty() {
    return new AccountsInMemory();
  }
}
