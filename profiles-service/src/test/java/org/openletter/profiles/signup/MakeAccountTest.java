package org.openletter.profiles.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openletter.platform.call.Answer;
import org.openletter.platform.id.Ids;
import org.openletter.platform.problem.FieldProblem;
import org.openletter.platform.test.TestClock;
import org.openletter.profiles.account.Account;
import org.openletter.profiles.account.AccountEvent;
import org.openletter.profiles.account.AccountsInMemory;
import org.openletter.profiles.account.AnAccount;
import org.openletter.profiles.account.Role;
import org.openletter.profiles.account.Standing;
import org.openletter.profiles.account.TestEvents;
import org.openletter.profiles.name.Concern;
import org.openletter.profiles.name.LetterNames;
import org.openletter.profiles.name.Names;
import org.openletter.profiles.password.Passwords;
import org.openletter.profiles.password.QuickPasswords;
import org.openletter.profiles.password.RecoveryCodes;

class MakeAccountTest {

  private static final String PASSWORD = "four unrelated words";

  private Answer<LetterNames.Found> letters =
      new Answer.Known<>(new LetterNames.Found(Set.of(), Set.of()));

  private final TestClock clock = new TestClock();
  private final Passwords passwords = QuickPasswords.make();
  private final AccountsInMemory accounts =
      AccountsInMemory.with(AnAccount.of("rosa").named("Rosa Luz").with(Role.ADMIN).build());
  private final MakeAccount makeAccount =
      new MakeAccount(
          accounts,
          TestEvents.make(new Ids(clock, new Random(2))),
          new Names(accounts::staffNamed, (_, _) -> letters),
          passwords,
          new RecoveryCodes(new Random(1)),
          new Ids(clock, new Random(1)),
          clock);

  private MakeAccount.Result make(String handle, String name) {
    return makeAccount.make(new MakeAccount.Form(handle, name, PASSWORD), Set.of(Role.MEMBER));
  }

  private Account made(String handle, String name) {
    assertThat(make(handle, name)).isInstanceOf(MakeAccount.Result.Made.class);
    return accounts.get(handle);
  }

  private static List<String> wrongFields(MakeAccount.Result result) {
    return result instanceof MakeAccount.Result.Invalid(var fields)
        ? fields.stream().map(FieldProblem::field).toList()
        : List.of();
  }

  @Test
  void makesAMember() {
    MakeAccount.Result result = make("wilma", "Wilma");

    Account wilma = accounts.get("wilma");
    assertThat(wilma.activeRoles()).containsExactly("member");
    assertThat(passwords.matches(PASSWORD, wilma.credentials().password())).isTrue();
    assertThat(result).isInstanceOf(MakeAccount.Result.Made.class);
    if (result instanceof MakeAccount.Result.Made(_, var code)) {
      assertThat(RecoveryCodes.matches(code, wilma.credentials().recovery())).isTrue();
      assertThat(wilma.credentials().toString()).doesNotContain("argon2");
    }
  }

  @Test
  void takesTheHandleAsNameWhenNoneIsGiven() {
    assertThat(made("wilma", "  ").name()).isEqualTo("wilma");
  }

  @Test
  void namesEveryFieldThatIsWrong() {
    MakeAccount.Result result =
        makeAccount.make(new MakeAccount.Form("x", "y".repeat(99), "short"), Set.of(Role.MEMBER));

    assertThat(wrongFields(result)).containsExactly("handle", "name", "password");
  }

  @Test
  void refusesTakenAndReservedHandles() {
    made("wilma", "");

    assertThat(wrongFields(make("wilma", ""))).containsExactly("handle");
    assertThat(wrongFields(make("wiIma".replace("I", "1"), ""))).containsExactly("handle");
    assertThat(wrongFields(make("admin", ""))).containsExactly("handle");
  }

  @Test
  void keepsAnImitatorWaiting() {
    Account imitator = made("other", "Rоsa Luz");

    assertThat(imitator.standing()).isEqualTo(Standing.WAITING);
    assertThat(imitator.activeRoles()).isEmpty();
    assertThat(imitator.why()).isEqualTo(new Concern(Concern.Of.NAME, Concern.Like.STAFF));
    assertThat(imitator.name()).as("what everybody sees").isEqualTo("other");
    assertThat(imitator.wanted()).isEqualTo("Rоsa Luz");
    assertThat(accounts.heard()).containsExactly(AccountEvent.NAME_WAITS);
  }

  @Test
  void waitsWhileTheLettersCannotBeAsked() {
    letters = new Answer.Unknown<>();

    Account wilma = made("wilma", "Wilma");

    assertThat(wilma.activeRoles()).isEmpty();
    assertThat(wilma.seen()).isFalse();
    assertThat(accounts.heard()).containsExactly(AccountEvent.NAME_TO_COMPARE);
  }

  @Test
  void refusesNamesThatLeadToSomebodyAndThoseNobodySees() {
    assertThat(wrongFields(make("wilma", "wilma@example.org"))).containsExactly("name");
    assertThat(wrongFields(make("wilma", "\u200B"))).containsExactly("name");
    assertThat(wrongFields(make("0800-555-0199", "Wilma"))).containsExactly("handle");
  }

  @Test
  void neverKeepsAnAdminOfTheLinkWaiting() {
    makeAccount.make(new MakeAccount.Form("chief", "Admin", PASSWORD), EnumSet.allOf(Role.class));

    assertThat(accounts.get("chief").activeRoles()).containsExactly("member", "moderator", "admin");
  }
}
