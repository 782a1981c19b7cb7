package org.openletter.profiles.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openletter.platform.call.Answer;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.id.Ids;
import org.openletter.platform.test.TestClock;
import org.openletter.platform.text.Lookalike;
import org.openletter.profiles.account.Account;
import org.openletter.profiles.account.AccountEvent;
import org.openletter.profiles.account.AccountsInMemory;
import org.openletter.profiles.account.AnAccount;
import org.openletter.profiles.account.Standing;
import org.openletter.profiles.account.TestEvents;
import org.openletter.profiles.name.Concern;
import org.openletter.profiles.name.LetterNames;
import org.openletter.profiles.name.Names;

class CompareNameTest {

  private final TestClock clock = new TestClock();
  private final Account dora =
      AnAccount.of("dora").named("Dora").asking("Dora Klee", Concern.Like.UNKNOWN).build();
  private final AccountsInMemory accounts = AccountsInMemory.with(dora);

  private Answer<LetterNames.Found> letters = new Answer.Unknown<>();

  private final CompareName compareName =
      new CompareName(
          accounts,
          TestEvents.make(new Ids(clock, new Random(1))),
          new Names(accounts::staffNamed, (_, _) -> letters),
          clock);

  @Test
  void showsTheNameAsSoonAsNothingIsInItsWay() {
    letters = new Answer.Known<>(new LetterNames.Found(Set.of(), Set.of()));

    compareName.compare(dora.id());
    compareName.compare(dora.id());

    assertThat(accounts.get("dora").name()).isEqualTo("Dora Klee");
    assertThat(accounts.get("dora").activeRoles()).containsExactly("member");
    assertThat(accounts.heard())
        .containsExactly(
            AccountEvent.NAME_FOR_COMMENTS, AccountEvent.NAME_FOR_POSTS, AccountEvent.TOLD);
  }

  @Test
  void leavesItToAnAdminWhenItIsThatOfALetter() {
    letters =
        new Answer.Known<>(new LetterNames.Found(Set.of(Lookalike.wide("Dora Klee")), Set.of()));

    compareName.compare(dora.id());

    assertThat(accounts.get("dora").standing()).isEqualTo(Standing.WAITING);
    assertThat(accounts.get("dora").name()).isEqualTo("Dora");
    assertThat(accounts.get("dora").why())
        .isEqualTo(new Concern(Concern.Of.NAME, Concern.Like.ADDRESSEE));
    assertThat(accounts.heard()).containsExactly(AccountEvent.NAME_WAITS);
  }

  @Test
  void keepsNoAdminFromDecidingWhileItIsAskedAgainAndAgain() {
    DecideName decideName =
        new DecideName(accounts, TestEvents.make(new Ids(clock, new Random(2))), clock);
    String seen = accounts.get("dora").nameVersion();
    for (int i = 0; i < 3; i++) {
      compareName.compare(dora.id());
    }
    Caller by = new Caller("byadmin00000", "rosa", "Rosa", Set.of("admin"));

    assertThat(decideName.decide("dora", true, seen, by))
        .isInstanceOf(DecideName.Result.Decided.class);

    assertThat(accounts.get("dora").name()).isEqualTo("Dora Klee");
    compareName.compare(dora.id());
    assertThat(accounts.get("dora").standing()).isEqualTo(Standing.GOOD);
  }

  @Test
  void showsAnAdminFirstWhatAnAnswerSaid() {
    DecideName decideName =
        new DecideName(accounts, TestEvents.make(new Ids(clock, new Random(2))), clock);
    String seen = accounts.get("dora").nameVersion();
    letters =
        new Answer.Known<>(new LetterNames.Found(Set.of(Lookalike.wide("Dora Klee")), Set.of()));
    compareName.compare(dora.id());
    Caller by = new Caller("byadmin00000", "rosa", "Rosa", Set.of("admin"));

    assertThat(decideName.decide("dora", true, seen, by))
        .as("whose name it looks like was not known when it was seen")
        .extracting("why.type")
        .isEqualTo("account-changed");
  }

  @Test
  void asksAgainLaterWhileThereIsNoAnswer() {
    compareName.compare(dora.id());

    assertThat(accounts.get("dora").standing()).isEqualTo(Standing.WAITING);
    assertThat(accounts.heard()).containsExactly(AccountEvent.NAME_TO_COMPARE);
  }
}
