package org.openletter.profiles.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openletter.platform.call.Answer;
import org.openletter.platform.id.Ids;
import org.openletter.platform.limit.Limits;
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

class EditProfileTest {

  private Answer<LetterNames.Found> letters =
      new Answer.Known<>(new LetterNames.Found(Set.of(), Set.of()));

  private int asked;

  private final TestClock clock = new TestClock();
  private final Account otto = AnAccount.of("otto").named("Otto").build();
  private final AccountsInMemory accounts =
      AccountsInMemory.with(
          otto,
          AnAccount.of("rosa").with(Role.ADMIN).build(),
          AnAccount.of("adm1n").waiting().build());
  private final EditProfile editProfile =
      new EditProfile(
          accounts,
          TestEvents.make(new Ids(clock, new Random(1))),
          new Names(
              accounts::staffNamed,
              (_, _) -> {
                asked++;
                return letters;
              }),
          new Limits(clock),
          clock);

  private Account edited(String name) {
    edit(otto.id(), name, "");
    return accounts.get("otto");
  }

  // As somebody who has just opened the form.
  private EditProfile.Result edit(String account, String name, String bio) {
    String seen = accounts.byId(account).orElseThrow().profileVersion();
    return editProfile.edit(account, name, bio, seen);
  }

  @Test
  void changesNothingThatIsNotWhatSheSaw() {
    String seen = otto.profileVersion();
    edit(otto.id(), "Otto B.", "Written in one tab.");

    EditProfile.Result late = editProfile.edit(otto.id(), "Otto C.", "Written in the other.", seen);

    assertThat(late).extracting("why.facts.bio").isEqualTo("Written in one tab.");
    assertThat(accounts.get("otto").name()).isEqualTo("Otto B.");
    assertThat(accounts.get("otto").bio()).isEqualTo("Written in one tab.");
    assertThat(
            editProfile.edit(
                otto.id(), "Otto C.", "Written.", accounts.get("otto").profileVersion()))
        .isInstanceOf(EditProfile.Result.Saved.class);
  }

  @Test
  void takesWhatWasSentTwice() {
    String seen = otto.profileVersion();
    editProfile.edit(otto.id(), "Otto B.", "New text", seen);

    assertThat(editProfile.edit(otto.id(), "Otto B.", "New text", seen))
        .isInstanceOf(EditProfile.Result.Saved.class);
  }

  @Test
  void comparesWhatSheSawAndNothingElseOfHerAccount() {
    String seen = otto.profileVersion();
    accounts.save(accounts.get("otto").leaving(true), List.of());
    accounts.save(accounts.get("otto").recovery("another code"), List.of());

    assertThat(editProfile.edit(otto.id(), "Otto", "New text", seen))
        .isInstanceOf(EditProfile.Result.Saved.class);
  }

  @Test
  void tellsBothServicesANewName() {
    edit(otto.id(), " Otto  B. ", "Line one\r\nline two");

    assertThat(accounts.get("otto").name()).isEqualTo("Otto B.");
    assertThat(accounts.get("otto").bio()).isEqualTo("Line one\nline two");
    assertThat(accounts.heard())
        .containsExactly(AccountEvent.NAME_FOR_COMMENTS, AccountEvent.NAME_FOR_POSTS);
  }

  @Test
  void tellsNobodyWhenOnlyTheTextIsNew() {
    edit(otto.id(), "Otto", "New text");

    assertThat(accounts.heard()).isEmpty();
  }

  @Test
  void refusesWhatIsTooLong() {
    assertThat(edit(otto.id(), "x".repeat(61), "y".repeat(501)))
        .extracting("why.facts.fields", LIST)
        .hasSize(2);
  }

  @Test
  void keepsAnImitatorWaitingUntilAnotherNameIsChosen() {
    assertThat(edited("R0SA").standing()).isEqualTo(Standing.WAITING);
    assertThat(accounts.get("otto").tokensSince()).isNotNull();
    assertThat(edited("Otto").standing()).isEqualTo(Standing.GOOD);
    assertThat(accounts.get("otto").why()).isNull();
    assertThat(accounts.get("otto").wanted()).isNull();
  }

  @Test
  void showsANameThatWaitsToNobody() {
    Account waiting = edited("Openletter Moderator");

    assertThat(waiting.name()).isEqualTo("Otto");
    assertThat(waiting.wanted()).isEqualTo("Openletter Moderator");
    assertThat(waiting.seen()).as("under her name before").isTrue();
    assertThat(accounts.heard()).containsExactly(AccountEvent.NAME_WAITS);

    edit(otto.id(), "Openletter Moderator", "New text");
    assertThat(accounts.get("otto").bio()).isEqualTo("New text");
    assertThat(accounts.get("otto").standing()).isEqualTo(Standing.WAITING);
    edited("Openletter Admin");
    assertThat(accounts.heard()).as("told once").containsExactly(AccountEvent.NAME_WAITS);
  }

  @Test
  void asksTheLettersOnceForANewNameAndNeverForAnOldOne() {
    edit(otto.id(), "Otto", "New text");
    assertThat(asked).isZero();
    edited("Otto B.");
    assertThat(asked).isEqualTo(1);

    letters = new Answer.Unknown<>();
    edit(otto.id(), "Otto B.", "Other text");
    assertThat(accounts.get("otto").standing()).isEqualTo(Standing.GOOD);
    assertThat(edited("Otto C.").standing()).isEqualTo(Standing.WAITING);
    assertThat(accounts.get("otto").name()).isEqualTo("Otto B.");
    assertThat(accounts.heard()).endsWith(AccountEvent.NAME_TO_COMPARE);
  }

  @Test
  void countsNamesOfStaffFromWhenTheyAreStaff() {
    AccountsInMemory town = accounts;
    assertThat(edited("Dora Klee").standing()).isEqualTo(Standing.GOOD);
    edited("Otto");
    town.add(AnAccount.of("dora").named("Dora Klee").with(Role.MODERATOR).build(), List.of());

    assertThat(edited("D0ra Klee").standing()).isEqualTo(Standing.WAITING);
  }

  @Test
  void refusesNamesThatLeadToSomebody() {
    for (String name :
        List.of(
            "otto@example.org",
            "www.example.org",
            "0800 555 0199",
            "\u3164",
            "@otto",
            "otto@home")) {
      assertThat(edit(otto.id(), name, ""))
          .as(name)
          .extracting("why.type")
          .isEqualTo("invalid-fields");
    }
  }

  @Test
  void looksAtLengthBeforeAnythingElse() {
    String marks = "\u0316\u0301".repeat(1_000_000);

    assertThat(edit(otto.id(), marks, marks)).extracting("why.type").isEqualTo("invalid-fields");
  }

  @Test
  void doesNotLetARoleEndTheWaiting() {
    Account chief =
        AnAccount.of("chief").with(Role.MODERATOR).asking("Admin", Concern.Like.SITE).build();
    accounts.add(chief, List.of());

    edit(chief.id(), "Openletter", "");

    assertThat(accounts.get("chief").name()).isEqualTo("chief");
    assertThat(accounts.get("chief").standing()).isEqualTo(Standing.WAITING);
  }

  @Test
  void doesNotEndTheWaitingOfAHandle() {
    Account waiting = accounts.get("adm1n");
    edit(waiting.id(), "Harmless", "");

    assertThat(accounts.get("adm1n").standing()).isEqualTo(Standing.WAITING);
  }

  @Test
  void letsStaffCallThemselvesWhatTheyAre() {
    edit(accounts.get("rosa").id(), "Admin Rosa", "");

    assertThat(accounts.get("rosa").standing()).isEqualTo(Standing.GOOD);
  }

  @Test
  void slowsDownWhoeverChangesNamesAllDay() {
    for (int i = 0; i < 20; i++) {
      edited("Otto " + "abcdefghijklmnopqrstu".charAt(i));
    }
    assertThat(edit(otto.id(), "Otto Z", "")).extracting("why.type").isEqualTo("too-many-names");
    assertThat(edit(otto.id(), accounts.get("otto").name(), "text"))
        .isInstanceOf(EditProfile.Result.Saved.class);
  }
}
