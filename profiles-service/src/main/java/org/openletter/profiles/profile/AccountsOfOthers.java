package org.openletter.profiles.profile;

import java.time.LocalDate;
import java.util.List;
import org.openletter.profiles.ProfilesRefusals;
import org.openletter.profiles.account.Accounts;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What other services may know of an account.
@RestController
class AccountsOfOthers {

  private final Accounts accounts;

  AccountsOfOthers(Accounts accounts) {
    this.accounts = accounts;
  }

  @GetMapping("/internal/accounts/{id}")
  ResponseEntity<Known> account(@PathVariable String id) {
    return accounts
        .byId(id)
        .map(account ->
            ResponseEntity.ok(
                new Known(
                    account.id(),
                    account.handle().value(),
                    account.name(),
                    account.joinedOn(),
                    account.activeRoles())))
        .orElseGet(ProfilesRefusals.NO_SUCH_ACCOUNT::answer);
  }

  record Known(String id, String handle, String name, LocalDate joined, List<String> roles) {}
}
