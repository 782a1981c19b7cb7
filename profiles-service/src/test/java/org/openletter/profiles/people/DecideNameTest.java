package org.openletter.profiles.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.id.Ids;
import org.openletter.platform.test.TestClock;
import org.openletter.profiles.account.Account;
import org.openletter.profiles.account.AccountEvent;
import org.openletter.profiles.account.AccountsInMemory;
import org.openletter.profiles.account.AnAccount;
import org.openletter.profiles.account.Standing;
import org.openletter.profiles.account.TestEvents;
import org.openletter.profiles.name.Concern;

class DecideNameTest {

  private static final Caller BY = new Caller("byadmin00000", "rosa", "Rosa", Set.of("admin"));

  private final TestClock clock = new TestClock();
  private final AccountsInMemory accounts =
      AccountsInMemory.with(
          AnAccount.of("adm1n").waiting().build(),
          AnAccount.of("dora").named("Dora").asking("Admin", Concern.Like.SITE).build(),
          AnAccount.of("otto").build());
  private final DecideName decideName =
      new DecideName(accounts, TestEvents.make(new Ids(clock, new Random(1))), clock);

  private DecideName.Result decide(String handle, boolean approved) {
    return decideName.decide(handle, approved, accounts.get(handle).nameVersion(), BY);
  }

  @Test
  void showsAnApprovedNameEverywhere() {
    decide("dora", true);

    Account dora = accounts.get("dora");
    assertThat(dora.name()).isEqualTo("Admin");
    assertThat(dora.wanted()).isNull();
    assertThat(dora.activeRoles()).containsExactly("member");
    assertThat(accounts.heard())
        .containsExactly(
            AccountEvent.NAME_FOR_COMMENTS, AccountEvent.NAME_FOR_POSTS, AccountEvent.TOLD);
  }

  @Test
  void showsARefusedNameToNobody() {
    decide("dora", false);

    assertThat(accounts.get("dora").name()).isEqualTo("Dora");
    assertThat(accounts.get("dora").seen()).isTrue();
    assertThat(accounts.get("dora").activeRoles()).isEmpty();
    assertThat(accounts.heard()).containsExactly(AccountEvent.TOLD);
  }

  @Test
  void decidesOnlyWhatWasSeen() {
    Account seen = accounts.get("dora");
    Concern concern = new Concern(Concern.Of.NAME, Concern.Like.SITE);
    accounts.save(seen.asking("Openletter", concern, Standing.WAITING, clock.instant()), List.of());

    assertThat(decideName.decide("dora", true, seen.nameVersion(), BY))
        .extracting("why.type")
        .isEqualTo("account-changed");
    assertThat(accounts.get("dora").name()).isEqualTo("Dora");
    assertThat(accounts.get("dora").wanted()).isEqualTo("Openletter");
    assertThat(accounts.heard()).isEmpty();
  }

  @Test
  void letsAnApprovedOneWrite() {
    decide("adm1n", true);

    assertThat(accounts.get("adm1n").activeRoles()).containsExactly("member");
    assertThat(accounts.get("adm1n").approved()).isNotEmpty();
    assertThat(accounts.get("adm1n").why()).isNull();
  }

  @Test
  void keepsARefusedOneReadingAndCanStillApprove() {
    decide("adm1n", false);
    assertThat(accounts.get("adm1n").standing()).isEqualTo(Standing.REFUSED);
    assertThat(accounts.get("adm1n").activeRoles()).isEmpty();

    assertThat(decide("adm1n", true)).isInstanceOf(DecideName.Result.Decided.class);
    assertThat(accounts.get("adm1n").activeRoles()).containsExactly("member");
  }

  @Test
  void tellsTheSecondAdminThatItIsDecided() {
    decide("adm1n", true);

    assertThat(decide("adm1n", false)).extracting("why.type").isEqualTo("not-waiting");
    assertThat(accounts.get("adm1n").activeRoles()).containsExactly("member");
    assertThat(decide("otto", true)).extracting("why.type").isEqualTo("not-waiting");
  }
}
