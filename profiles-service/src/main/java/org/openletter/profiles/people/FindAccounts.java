package org.openletter.profiles.people;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openletter.profiles.account.Account;
import org.openletter.profiles.account.Accounts;
import org.springframework.stereotype.Component;

/// An admin looks for accounts: the newest, those that wait, or those whose handle starts so.
@Component
class FindAccounts {

  private static final int PAGE = 50;

  private final Accounts accounts;

  FindAccounts(Accounts accounts) {
    this.accounts = accounts;
  }

  /// One page.
  ///
  /// @param next where the next page begins; null on the last one
  record Page(List<Account> accounts, @Nullable String next) {}

  Page find(@Nullable String query, boolean waiting, @Nullable String before) {
    String start = query == null ? "" : query.strip().toLowerCase(Locale.ROOT);
    if (!start.isEmpty()) {
      List<Account> found = accounts.startingWith(start, before, PAGE + 1);
      return page(found, byHandle(found));
    }
    List<Account> found =
        waiting ? accounts.waiting(before, PAGE + 1) : accounts.newest(before, PAGE + 1);
    return page(found, byOrder(found));
  }

  private static Page page(List<Account> found, @Nullable String next) {
    return new Page(found.subList(0, Math.min(PAGE, found.size())), next);
  }

  private static @Nullable String byHandle(List<Account> found) {
    return found.size() > PAGE ? found.get(PAGE - 1).handle().value() : null;
  }

  private static @Nullable String byOrder(List<Account> found) {
    return found.size() > PAGE ? found.get(PAGE - 1).order() : null;
  }
}
