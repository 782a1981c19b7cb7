package org.openletter.profiles.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.lang.reflect.Proxy;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.id.Ids;
import org.openletter.platform.test.TestClock;
import org.openletter.profiles.ProfilesRefusals;
import org.openletter.profiles.account.Account;
import org.openletter.profiles.account.AccountEvent;
import org.openletter.profiles.account.Accounts;
import org.openletter.profiles.account.AccountsInMemory;
import org.openletter.profiles.account.AnAccount;
import org.openletter.profiles.account.Role;
import org.openletter.profiles.account.TestEvents;
import org.openletter.profiles.name.Handle;

class ChangeRolesTest {

  private static final Caller BY = new Caller("byadmin00000", "rosa", "Rosa", Set.of("admin"));

  private final TestClock clock = new TestClock();
  private final AccountsInMemory accounts =
      AccountsInMemory.with(
          AnAccount.of("rosa").with(Role.ADMIN).build(), AnAccount.of("otto").build());
  private final ChangeRoles changeRoles =
      new ChangeRoles(accounts, TestEvents.make(new Ids(clock, new Random(1))), clock);

  // As somebody who has just opened the page.
  private ChangeRoles.Result change(String handle, Set<Role> wanted) {
    String seen =
        Handle.read(handle).flatMap(accounts::byHandle).map(Account::rolesVersion).orElse("");
    return changeRoles.change(handle, wanted, seen, BY);
  }

  @Test
  void changesNoRolesButThoseThatWereSeen() {
    String seen = accounts.get("otto").rolesVersion();
    change("otto", Set.of(Role.MODERATOR));

    ChangeRoles.Result late = changeRoles.change("otto", Set.of(Role.ADMIN), seen, BY);

    assertThat(late).extracting("why.facts.roles", LIST).contains("moderator");
    assertThat(accounts.get("otto").activeRoles()).containsExactly("member", "moderator");
    assertThat(changeRoles.change("otto", Set.of(Role.MODERATOR), seen, BY))
        .as("sent twice")
        .isInstanceOf(ChangeRoles.Result.Changed.class);
    assertThat(accounts.heard()).containsExactly(AccountEvent.TOLD);
  }

  @Test
  void grantsARoleAndTellsItsHolder() {
    change("otto", Set.of(Role.MODERATOR));

    Account otto = accounts.get("otto");
    assertThat(otto.activeRoles()).containsExactly("member", "moderator");
    assertThat(otto.tokensSince()).isAfter(clock.instant());
    assertThat(accounts.heard()).containsExactly(AccountEvent.TOLD);
  }

  @Test
  void keepsTheLastAdmin() {
    assertThat(change("rosa", Set.of()))
        .isEqualTo(new ChangeRoles.Result.No(ProfilesRefusals.LAST_ADMIN));
    assertThat(accounts.get("rosa").roles()).contains(Role.ADMIN);
  }

  @Test
  void takesTheRoleOfOneOfTwo() {
    change("otto", Set.of(Role.ADMIN));
    change("rosa", Set.of());

    assertThat(accounts.get("rosa").activeRoles()).containsExactly("member");
    assertThat(change("otto", Set.of()))
        .isEqualTo(new ChangeRoles.Result.No(ProfilesRefusals.LAST_ADMIN));
  }

  @Test
  void givesTheLastAdminBackAlsoWhenHerRolesChangedOnceMore() {
    AtomicInteger looks = new AtomicInteger();
    Accounts torn =
        (Accounts)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Accounts.class},
                (_, method, given) -> {
                  if (!method.getName().equals("adminBeside")) {
                    return method.invoke(accounts, given);
                  }
                  if (looks.incrementAndGet() == 2) {
                    // The other admin lost the role, and she became a moderator, just now.
                    change("rosa", Set.of(Role.MODERATOR));
                  }
                  return looks.get() == 1;
                });
    ChangeRoles meanwhile =
        new ChangeRoles(torn, TestEvents.make(new Ids(clock, new Random(2))), clock);

    ChangeRoles.Result result =
        meanwhile.change("rosa", Set.of(), accounts.get("rosa").rolesVersion(), BY);

    assertThat(result).isEqualTo(new ChangeRoles.Result.No(ProfilesRefusals.LAST_ADMIN));
    assertThat(accounts.get("rosa").activeRoles()).containsExactly("member", "moderator", "admin");
  }

  @Test
  void changesNothingWhenNothingIsNew() {
    change("otto", Set.of(Role.MEMBER));

    assertThat(accounts.get("otto").tokensSince()).isNull();
    assertThat(accounts.heard()).isEmpty();
  }

  @Test
  void knowsNobodyElse() {
    assertThat(change("nobody", Set.of()))
        .isEqualTo(new ChangeRoles.Result.No(ProfilesRefusals.NOBODY));
    assertThat(change("No Handle", Set.of()))
        .isEqualTo(new ChangeRoles.Result.No(ProfilesRefusals.NOBODY));
  }
}
