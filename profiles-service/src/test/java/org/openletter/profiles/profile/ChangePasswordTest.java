package org.openletter.profiles.profile;

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
import org.openletter.profiles.password.Passwords;
import org.openletter.profiles.password.QuickPasswords;
import org.openletter.profiles.password.RecoveryCodes;
import org.openletter.profiles.signout.EndSignIns;
import org.openletter.profiles.tries.QuickTries;

class ChangePasswordTest {

  private static final String OLD = "four unrelated words";
  private static final String NEW = "another four words";

  private final TestClock clock = new TestClock();
  private final Passwords passwords = QuickPasswords.make();
  private final Account rosa =
      AnAccount.of("rosa").password(passwords.hash(OLD)).recovery("old code").build();
  private final AccountsInMemory accounts = AccountsInMemory.with(rosa);
  private final List<String> ended = new ArrayList<>();
  private final ChangePassword changePassword =
      new ChangePassword(
          accounts,
          TestEvents.make(new Ids(clock, new Random(1))),
          passwords,
          new RecoveryCodes(new Random(2)),
          QuickTries.make(clock),
          new Others(),
          clock);

  @Test
  void endsEveryOtherSignIn() {
    assertThat(changePassword.change(rosa.id(), OLD, NEW, "mine"))
        .isEqualTo(new ChangePassword.Result.Changed(3));

    assertThat(passwords.matches(NEW, accounts.get("rosa").credentials().password())).isTrue();
    assertThat(accounts.get("rosa").credentials().recovery()).isEqualTo("old code");
    assertThat(ended).containsExactly("all but mine");
    assertThat(accounts.heard()).containsExactly(AccountEvent.SIGNED_OUT);
  }

  @Test
  void asksForThePasswordThatIs() {
    assertThat(changePassword.change(rosa.id(), "wrong", NEW, null))
        .extracting("why.type")
        .isEqualTo("invalid-fields");
    assertThat(changePassword.newCode(rosa.id(), "wrong"))
        .extracting("why.type")
        .isEqualTo("invalid-fields");
    assertThat(ended).isEmpty();
  }

  @Test
  void refusesABadNewPassword() {
    assertThat(changePassword.change(rosa.id(), OLD, "password1", null))
        .extracting("why.type")
        .isEqualTo("invalid-fields");
  }

  @Test
  void givesANewCodeAndSignsNobodyOut() {
    assertThat(changePassword.newCode(rosa.id(), OLD))
        .isInstanceOfSatisfying(
            ChangePassword.Result.NewCode.class,
            made ->
                assertThat(
                        RecoveryCodes.matches(
                            made.code(), accounts.get("rosa").credentials().recovery()))
                    .isTrue());
    assertThat(ended).isEmpty();
    assertThat(accounts.get("rosa").tokensSince()).isNull();
  }

  @Test
  void slowsDownWhoeverGuessesInAnOpenBrowser() {
    for (int i = 0; i < 10; i++) {
      changePassword.newCode(rosa.id(), "wrong");
    }
    assertThat(changePassword.newCode(rosa.id(), OLD))
        .extracting("why.type")
        .isEqualTo("too-many-tries");
  }

  private final class Others implements EndSignIns {

    @Override
    public void end(String account, Instant before, @Nullable String except) {
      ended.add("all but " + except);
    }

    @Override
    public int alive(String account, Instant before, @Nullable String except) {
      return 3;
    }
  }
}
