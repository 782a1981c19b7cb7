package org.openletter.profiles.people;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.outbox.OutboxEvent;
import org.openletter.platform.problem.Refusal;
import org.openletter.profiles.ProfilesRefusals;
import org.openletter.profiles.account.Account;
import org.openletter.profiles.account.AccountEvents;
import org.openletter.profiles.account.Accounts;
import org.openletter.profiles.account.Role;
import org.openletter.profiles.account.SecurityLog;
import org.openletter.profiles.name.Handle;
import org.springframework.stereotype.Component;

/// An admin gives or takes roles. It works within seconds: tokens that name other roles count no
/// longer. The last admin stays one.
@Component
class ChangeRoles {

  private final Accounts accounts;
  private final AccountEvents events;
  private final Clock clock;

  ChangeRoles(Accounts accounts, AccountEvents events, Clock clock) {
    this.accounts = accounts;
    this.events = events;
    this.clock = clock;
  }

  /// What became of it.
  sealed interface Result {

    /// So it stands now.
    record Changed(Account account) implements Result {}

    record No(Refusal why) implements Result {}
  }

  /// @param version of the roles that were seen
  Result change(String handle, Set<Role> wanted, String version, Caller by) {
    Account known = Handle.read(handle).flatMap(accounts::byHandle).orElse(null);
    if (known == null || !known.standing().mayEnter()) {
      return new Result.No(ProfilesRefusals.NOBODY);
    }
    // Everybody is a member; who may not write is paused, which is another decision.
    Set<Role> roles = EnumSet.of(Role.MEMBER);
    roles.addAll(wanted);
    if (known.roles().equals(roles)) {
      return new Result.Changed(known);
    }
    if (!known.rolesVersion().equals(version)) {
      return newer(known);
    }
    boolean takesAdmin = known.roles().contains(Role.ADMIN) && !roles.contains(Role.ADMIN);
    if (takesAdmin && !accounts.adminBeside(known.id())) {
      return new Result.No(ProfilesRefusals.LAST_ADMIN);
    }
    Account changed = write(known, roles);
    if (!changed.roles().equals(roles)) {
      return newer(changed);
    }
    if (takesAdmin && !accounts.adminBeside(null)) {
      // Two admins took the role from each other in the same moment.
      giveBack(changed, known.roles());
      return new Result.No(ProfilesRefusals.LAST_ADMIN);
    }
    SecurityLog.event("roles-changed", known.id(), by.accountId(), roles.toString());
    return new Result.Changed(changed);
  }

  private static Result newer(Account now) {
    return new Result.No(
        ProfilesRefusals.ROLES_CHANGED
            .with("roles", now.roleWords())
            .with("version", now.rolesVersion()));
  }

  // Gives what stands when the roles are no longer those that were seen.
  private Account write(Account seen, Set<Role> roles) {
    Instant now = clock.instant();
    return accounts
        .change(
            seen.id(),
            account ->
                account.roles().equals(seen.roles())
                    ? Optional.of(
                        new Accounts.Change(account.roles(roles, now), told(account, roles, now)))
                    : Optional.empty())
        .orElseThrow();
  }

  // Whatever else was changed meanwhile stays: only somebody has to be an admin.
  private void giveBack(Account taken, Set<Role> before) {
    Instant now = clock.instant();
    Account _ =
        accounts
            .change(
                taken.id(),
                account -> {
                  Set<Role> roles = EnumSet.of(Role.ADMIN);
                  roles.addAll(account.roles().equals(taken.roles()) ? before : account.roles());
                  return Optional.of(
                      new Accounts.Change(account.roles(roles, now), told(account, roles, now)));
                })
            .orElseThrow();
  }

  private List<OutboxEvent> told(Account account, Set<Role> roles, Instant now) {
    String words = roles.stream().map(Role::word).collect(Collectors.joining(" "));
    return List.of(events.told(account, "roles", Map.of("roles", words), now));
  }
}
