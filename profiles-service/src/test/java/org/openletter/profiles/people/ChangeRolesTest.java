package org.openletter.profiles.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.id.Ids;
import org.openletter.profiles.MovableClock;
import org.openletter.profiles.account.Account;
import org.openletter.profiles.account.AccountEvents;
import org.openletter.profiles.account.AccountsInMemory;
import org.openletter.profiles.account.AnAccount;
import org.openletter.profiles.account.Role;
import org.openletter.profiles.account.TestEvents;

class ChangeRolesTest {

  private static final Caller BY = new Caller("byadmin00000", "rosa", "Rosa", Set.of("admin"));

  private final MovableClock clock = new MovableClock();
  private final AccountsInMemory accounts =
      AccountsInMemory.with(
          AnAccount.of("rosa").with(Role.ADMIN).build(), AnAccount.of("otto").build());
  private final ChangeRoles changeRoles =
      new ChangeRoles(accounts, TestEvents.make(new Ids(clock, new Random(1))), clock);

  @Test
  void grantsARoleAndTellsItsHolder() {
    changeRoles.change("otto", Set.of(Role.MODERATOR), BY);

    Account otto = accounts.get("otto");
    assertThat(otto.activeRoles()).containsExactly("member", "moderator");
    assertThat(otto.tokensSince()).isAfter(clock.instant());
    assertThat(accounts.heard()).containsExactly(AccountEvents.TOLD);
  }

  @Test
  void keepsTheLastAdmin() {
    assertThat(changeRoles.change("rosa", Set.of(), BY))
        .isEqualTo(new ChangeRoles.Result.LastAdmin());
    assertThat(accounts.get("rosa").roles()).contains(Role.ADMIN);
  }

  @Test
  void takesTheRoleOfOneOfTwo() {
    changeRoles.change("otto", Set.of(Role.ADMIN), BY);
    changeRoles.change("rosa", Set.of(), BY);

    assertThat(accounts.get("rosa").activeRoles()).containsExactly("member");
    assertThat(changeRoles.change("otto", Set.of(), BY))
        .isEqualTo(new ChangeRoles.Result.LastAdmin());
  }

  @Test
  void changesNothingWhenNothingIsNew() {
    changeRoles.change("otto", Set.of(Role.MEMBER), BY);

    assertThat(accounts.get("otto").tokensSince()).isNull();
    assertThat(accounts.heard()).isEmpty();
  }

  @Test
  void knowsNobodyElse() {
    assertThat(changeRoles.change("nobody", Set.of(), BY))
        .isEqualTo(new ChangeRoles.Result.NoAccount());
    assertThat(changeRoles.change("No Handle", Set.of(), BY))
        .isEqualTo(new ChangeRoles.Result.NoAccount());
  }
}
