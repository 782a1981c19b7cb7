package org.openletter.profiles.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.id.Ids;
import org.openletter.profiles.MovableClock;
import org.openletter.profiles.account.AccountsInMemory;
import org.openletter.profiles.account.AnAccount;
import org.openletter.profiles.account.Standing;
import org.openletter.profiles.account.TestEvents;

class DecideNameTest {

  private static final Caller BY = new Caller("byadmin00000", "rosa", "Rosa", Set.of("admin"));

  private final MovableClock clock = new MovableClock();
  private final AccountsInMemory accounts =
      AccountsInMemory.with(
          AnAccount.of("adm1n").waiting("because").build(), AnAccount.of("otto").build());
  private final DecideName decideName =
      new DecideName(accounts, TestEvents.make(new Ids(clock, new Random(1))), clock);

  @Test
  void letsAnApprovedOneWrite() {
    decideName.decide("adm1n", true, BY);

    assertThat(accounts.get("adm1n").activeRoles()).containsExactly("member");
    assertThat(accounts.get("adm1n").approved()).isNotEmpty();
    assertThat(accounts.get("adm1n").why()).isNull();
  }

  @Test
  void keepsARefusedOneReadingAndCanStillApprove() {
    decideName.decide("adm1n", false, BY);
    assertThat(accounts.get("adm1n").standing()).isEqualTo(Standing.REFUSED);
    assertThat(accounts.get("adm1n").activeRoles()).isEmpty();

    assertThat(decideName.decide("adm1n", true, BY)).isInstanceOf(DecideName.Result.Decided.class);
    assertThat(accounts.get("adm1n").activeRoles()).containsExactly("member");
  }

  @Test
  void tellsTheSecondAdminThatItIsDecided() {
    decideName.decide("adm1n", true, BY);

    assertThat(decideName.decide("adm1n", false, BY))
        .isInstanceOf(DecideName.Result.NotWaiting.class);
    assertThat(accounts.get("adm1n").activeRoles()).containsExactly("member");
    assertThat(decideName.decide("otto", true, BY))
        .isInstanceOf(DecideName.Result.NotWaiting.class);
  }
}
