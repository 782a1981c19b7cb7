package org.openletter.profiles.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openletter.platform.id.Ids;
import org.openletter.platform.test.TestClock;
import org.openletter.profiles.account.Account;
import org.openletter.profiles.account.AccountEvent;
import org.openletter.profiles.account.AccountsInMemory;
import org.openletter.profiles.account.AnAccount;
import org.openletter.profiles.account.TestEvents;
import org.openletter.profiles.name.Handle;
import org.openletter.profiles.password.Passwords;
import org.openletter.profiles.password.QuickPasswords;
import org.openletter.profiles.password.RecoveryCodes;
import org.openletter.profiles.signout.EndSignIns;
import org.openletter.profiles.tries.QuickTries;

class RecoverTest {

  private static final String CODE = "k7q2-9mxd-4hpw-8rt3-v6nb-2zcf";
  private static final String PASSWORD = "another four words";

  private final TestClock clock = new TestClock();
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
          new Others(),
          clock);

  private Recover.Result recover(String handle, String code, String password) {
    return recover.recover(Handle.typed(handle).orElse(null), code, password, QuickTries.STRANGER);
  }

  @Test
  void letsTheHolderOfTheCodeBackIn() {
    Recover.Result result = recover("rosa", CODE.toUpperCase(java.util.Locale.ROOT), PASSWORD);

    assertThat(result).isInstanceOf(Recover.Result.Back.class);
    Account rosa = accounts.get("rosa");
    assertThat(passwords.matches(PASSWORD, rosa.credentials().password())).isTrue();
    assertThat(rosa.credentials().since()).isEqualTo(clock.instant());
    assertThat(rosa.tokensSince()).isAfter(clock.instant());
    assertThat(ended).containsExactly(rosa.id() + " but null");
    assertThat(accounts.heard()).containsExactly(AccountEvent.SIGNED_OUT, AccountEvent.TOLD);
  }

  @Test
  void takesACodeOnlyOnce() {
    recover("rosa", CODE, PASSWORD);

    assertThat(recover("rosa", CODE, PASSWORD)).isEqualTo(new Recover.Result.NoMatch());
  }

  @Test
  void givesANewCodeThatWorks() {
    if (recover("rosa", CODE, PASSWORD) instanceof Recover.Result.Back(_, var next)) {
      assertThat(recover("rosa", next, PASSWORD)).isInstanceOf(Recover.Result.Back.class);
    } else {
      throw new AssertionError("not back");
    }
  }

  @Test
  void saysTheSameOfAWrongCodeAndOfNobody() {
    assertThat(recover("rosa", "wrong", PASSWORD))
        .isEqualTo(recover("nobody", "wrong", PASSWORD))
        .isEqualTo(recover("no handle", "wrong", PASSWORD))
        .isEqualTo(new Recover.Result.NoMatch());
  }

  @Test
  void doesNotUseUpTheCodeForABadPassword() {
    assertThat(recover("rosa", CODE, "short")).isInstanceOf(Recover.Result.Invalid.class);
    assertThat(recover("rosa", CODE, PASSWORD)).isInstanceOf(Recover.Result.Back.class);
  }

  @Test
  void slowsDownWhoeverGuesses() {
    for (int i = 0; i < 10; i++) {
      recover("rosa", "wrong", PASSWORD);
    }
    assertThat(recover("rosa", CODE, PASSWORD)).isInstanceOf(Recover.Result.TooManyTries.class);
  }

  private final class Others implements EndSignIns {

    @Override
    public void end(String account, Instant before, @Nullable String except) {
      ended.add(account + " but " + except);
    }

    @Override
    public int alive(String account, Instant before, @Nullable String except) {
      return 3;
    }
  }
}
