package org.openletter.profiles.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openletter.platform.id.Ids;
import org.openletter.profiles.MovableClock;
import org.openletter.profiles.account.Account;
import org.openletter.profiles.account.AccountEvents;
import org.openletter.profiles.account.AccountsInMemory;
import org.openletter.profiles.account.AnAccount;
import org.openletter.profiles.account.TestEvents;
import org.openletter.profiles.password.Passwords;
import org.openletter.profiles.password.QuickPasswords;
import org.openletter.profiles.password.RecoveryCodes;
import org.openletter.profiles.signin.QuickTries;

class RecoverTest {

  private static final String CODE = "k7q2-9mxd-4hpw-8rt3-v6nb-2zcf";
  private static final String PASSWORD = "another four words";

  private final MovableClock clock = new MovableClock();
  private final Passwords passwords = QuickPasswords.make();
  private final AccountsInMemory accounts =
      AccountsInMemory.with(AnAccount.of("rosa").recovery(RecoveryCodes.hash(CODE)).build());
  private final List<String> ended = new ArrayList<>();
  private final Recover recover =
      new Recover(
          accounts,
          TestEvents.make(new Ids(clock, new Random(1))),
          passwords,
          new RecoveryCodes(new Random(2)),
          QuickTries.make(clock),
          (account, _, except) -> ended.add(account + " but " + except),
          clock);

  @Test
  void letsTheHolderOfTheCodeBackIn() {
    Recover.Result result =
        recover.recover("rosa", CODE.toUpperCase(java.util.Locale.ROOT), PASSWORD);

    assertThat(result).isInstanceOf(Recover.Result.Back.class);
    Account rosa = accounts.get("rosa");
    assertThat(passwords.matches(PASSWORD, rosa.credentials().password())).isTrue();
    assertThat(rosa.credentials().since()).isEqualTo(clock.instant());
    assertThat(rosa.tokensSince()).isAfter(clock.instant());
    assertThat(ended).containsExactly(rosa.id() + " but null");
    assertThat(accounts.heard()).containsExactly(AccountEvents.SIGNED_OUT, AccountEvents.TOLD);
  }

  @Test
  void takesACodeOnlyOnce() {
    recover.recover("rosa", CODE, PASSWORD);

    assertThat(recover.recover("rosa", CODE, PASSWORD)).isEqualTo(new Recover.Result.NoMatch());
  }

  @Test
  void givesANewCodeThatWorks() {
    if (recover.recover("rosa", CODE, PASSWORD) instanceof Recover.Result.Back(_, var next)) {
      assertThat(recover.recover("rosa", next, PASSWORD)).isInstanceOf(Recover.Result.Back.class);
    } else {
      throw new AssertionError("not back");
    }
  }

  @Test
  void saysTheSameOfAWrongCodeAndOfNobody() {
    assertThat(recover.recover("rosa", "wrong", PASSWORD))
        .isEqualTo(recover.recover("nobody", "wrong", PASSWORD))
        .isEqualTo(recover.recover("no handle", "wrong", PASSWORD))
        .isEqualTo(new Recover.Result.NoMatch());
  }

  @Test
  void doesNotUseUpTheCodeForABadPassword() {
    assertThat(recover.recover("rosa", CODE, "short")).isInstanceOf(Recover.Result.Invalid.class);
    assertThat(recover.recover("rosa", CODE, PASSWORD)).isInstanceOf(Recover.Result.Back.class);
  }

  @Test
  void slowsDownWhoeverGuesses() {
    for (int i = 0; i < 10; i++) {
      recover.recover("rosa", "wrong", PASSWORD);
    }
    assertThat(recover.recover("rosa", CODE, PASSWORD))
        .isInstanceOf(Recover.Result.TooManyTries.class);
  }
}
