package org.openletter.profiles.people;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.caller.Caller;
import org.openletter.profiles.ProfilesRefusals;
import org.openletter.profiles.account.Account;
import org.openletter.profiles.account.Role;
import org.openletter.profiles.account.Standing;
import org.openletter.profiles.name.Concern;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Accounts, for admins.
@RestController
@RequestMapping("/accounts")
class AccountsController {

  private final FindAccounts findAccounts;
  private final ChangeRoles changeRoles;
  private final DecideName decideName;

  AccountsController(FindAccounts findAccounts, ChangeRoles changeRoles, DecideName decideName) {
    this.findAccounts = findAccounts;
    this.changeRoles = changeRoles;
    this.decideName = decideName;
  }

  @GetMapping
  Found find(
      @RequestParam(required = false) @Nullable String query,
      @RequestParam(defaultValue = "false") boolean waiting,
      @RequestParam(required = false) @Nullable String before) {
    FindAccounts.Page page = findAccounts.find(query, waiting, before);
    return new Found(page.accounts().stream().map(AccountsController::seen).toList(), page.next());
  }

  @PutMapping("/{handle}/roles")
  ResponseEntity<Seen> roles(
      @PathVariable String handle, Caller caller, @Valid @RequestBody Roles wanted) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String word : wanted.roles()) {
      Optional<Role> role = Role.of(word);
      if (role.isEmpty()) {
        return ProfilesRefusals.NO_SUCH_ROLE.answer();
      }
      roles.add(role.get());
    }
    return switch (changeRoles.change(handle, roles, wanted.version(), caller)) {
      case ChangeRoles.Result.Changed(var account) -> ResponseEntity.ok(seen(account));
      case ChangeRoles.Result.No(var why) -> why.answer();
    };
  }

  @PutMapping("/{handle}/approval")
  ResponseEntity<Seen> approval(
      @PathVariable String handle, Caller caller, @Valid @RequestBody Approval approval) {
    return switch (decideName.decide(handle, approval.approved(), approval.version(), caller)) {
      case DecideName.Result.Decided(var account) -> ResponseEntity.ok(seen(account));
      case DecideName.Result.No(var why) -> why.answer();
    };
  }

  private static Seen seen(Account account) {
    return new Seen(
        account.handle().value(),
        account.name(),
        account.wanted(),
        account.joinedOn(),
        account.roleWords(),
        account.standing() == Standing.WAITING,
        account.standing() == Standing.REFUSED,
        account.why() == null ? null : Concern.word(account.why().of()),
        account.why() == null ? null : Concern.word(account.why().like()),
        account.nameVersion(),
        account.rolesVersion());
  }

  record Found(List<Seen> accounts, @Nullable String next) {}

  /// @param version of what is to be decided about the name
  /// @param rolesVersion of the roles
  record Seen(
      String handle,
      String name,
      @Nullable String wanted,
      LocalDate joined,
      List<String> roles,
      boolean waiting,
      boolean refused,
      @Nullable String concernOf,
      @Nullable String concernLike,
      String version,
      String rolesVersion) {}

  /// @param version of the roles that were seen
  record Roles(
      @NotNull(message = "Say which roles.") List<String> roles,
      @NotNull(message = "Say which version you saw.") String version) {}

  /// @param version of the name that was seen
  record Approval(
      @NotNull(message = "Say true or false.") Boolean approved,
      @NotNull(message = "Say which version you saw.") String version) {}
}
