package org.openletter.profiles.profile;

import java.time.LocalDate;
import java.util.List;
import org.openletter.profiles.ProfilesRefusals;
import org.openletter.profiles.account.Account;
import org.openletter.profiles.account.Accounts;
import org.openletter.profiles.account.Role;
import org.openletter.profiles.name.Handle;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Public profiles.
@RestController
class PeopleController {

  private final Accounts accounts;

  PeopleController(Accounts accounts) {
    this.accounts = accounts;
  }

  @GetMapping("/people/{handle}")
  ResponseEntity<Person> person(@PathVariable String handle) {
    return Handle.read(handle)
        .flatMap(accounts::byHandle)
        .filter(Account::seen)
        .map(account -> ResponseEntity.ok(person(account)))
        .orElseGet(ProfilesRefusals.NOBODY::answer);
  }

  private static Person person(Account account) {
    return new Person(
        account.handle().value(),
        account.name(),
        account.bio(),
        account.joinedOn(),
        account.activeRoles().stream().filter(role -> !role.equals(Role.MEMBER.word())).toList());
  }

  record Person(String handle, String name, String bio, LocalDate joined, List<String> roles) {}
}
