package org.openletter.profiles.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openletter.platform.test.TestClock;
import org.openletter.profiles.account.Account;
import org.openletter.profiles.account.AccountsInMemory;
import org.openletter.profiles.account.AnAccount;
import org.openletter.profiles.account.Standing;
import org.openletter.profiles.name.Handle;
import org.openletter.profiles.password.Passwords;
import org.openletter.profiles.password.QuickPasswords;
import org.openletter.profiles.tries.QuickTries;

class SignInTest {

  private static final String PASSWORD = "four unrelated words";

  private final Passwords passwords = QuickPasswords.make();
  private final Account rosa = account("rosa", Standing.GOOD);
  private final SignIn signIn =
      new SignIn(
          AccountsInMemory.with(
              rosa,
              account("paula", Standing.PAUSED),
              account("clara", Standing.CLOSED),
              account("wanda", Standing.WAITING)),
          passwords,
          QuickTries.make(new TestClock()));

  private Account account(String handle, Standing standing) {
    return AnAccount.of(handle).password(passwords.hash(PASSWORD)).standing(standing).build();
  }

  private SignIn.Result signIn(String handle, String password) {
    return signIn.signIn(Handle.typed(handle).orElse(null), password, QuickTries.STRANGER);
  }

  @Test
  void letsTheOwnerIn() {
    assertThat(signIn(" Rosa ", PASSWORD)).isEqualTo(new SignIn.Result.Entered(rosa));
  }

  @Test
  void saysTheSameOfAWrongPasswordAndOfNobody() {
    assertThat(signIn("rosa", "wrong")).isEqualTo(new SignIn.Result.NoMatch());
    assertThat(signIn("nobody", "wrong")).isEqualTo(new SignIn.Result.NoMatch());
    assertThat(signIn("no handle at all", "wrong")).isEqualTo(new SignIn.Result.NoMatch());
    assertThat(signIn("clara", PASSWORD)).isEqualTo(new SignIn.Result.NoMatch());
  }

  @Test
  void tellsOnlyTheOwnerThatTheAccountIsPaused() {
    assertThat(signIn("paula", PASSWORD)).isEqualTo(new SignIn.Result.Paused());
    assertThat(signIn("paula", "wrong")).isEqualTo(new SignIn.Result.NoMatch());
  }

  @Test
  void letsSomebodyInWhoWaitsForStaff() {
    assertThat(signIn("wanda", PASSWORD)).isInstanceOf(SignIn.Result.Entered.class);
  }

  @Test
  void slowsDownWhoeverGuessesAlsoWhereNobodyIs() {
    for (String handle : new String[] {"rosa", "nobody"}) {
      for (int i = 0; i < 10; i++) {
        signIn(handle, "wrong");
      }
      assertThat(signIn(handle, PASSWORD)).isInstanceOf(SignIn.Result.TooManyTries.class);
    }
  }
}
