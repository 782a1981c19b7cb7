package org.openletter.profiles.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openletter.platform.id.Ids;
import org.openletter.platform.limit.Limits;
import org.openletter.profiles.MovableClock;
import org.openletter.profiles.account.Account;
import org.openletter.profiles.account.AccountEvents;
import org.openletter.profiles.account.AccountsInMemory;
import org.openletter.profiles.account.AnAccount;
import org.openletter.profiles.account.Role;
import org.openletter.profiles.account.Standing;
import org.openletter.profiles.account.TestEvents;
import org.openletter.profiles.name.Names;

class EditProfileTest {

  private final MovableClock clock = new MovableClock();
  private final Account otto = AnAccount.of("otto").named("Otto").build();
  private final AccountsInMemory accounts =
      AccountsInMemory.with(
          otto,
          AnAccount.of("rosa").with(Role.ADMIN).build(),
          AnAccount.of("adm1n").waiting("The handle looks like a word of the site: adm1n").build());
  private final EditProfile editProfile =
      new EditProfile(
          accounts,
          TestEvents.make(new Ids(clock, new Random(1))),
          new Names(accounts::staffNamed),
          new Limits(clock),
          clock);

  private Account edited(String name) {
    editProfile.edit(otto.id(), name, "");
    return accounts.get("otto");
  }

  @Test
  void tellsBothServicesANewName() {
    editProfile.edit(otto.id(), " Otto  B. ", "Line one\r\nline two");

    assertThat(accounts.get("otto").name()).isEqualTo("Otto B.");
    assertThat(accounts.get("otto").bio()).isEqualTo("Line one\nline two");
    assertThat(accounts.heard())
        .containsExactly(AccountEvents.NAME_FOR_COMMENTS, AccountEvents.NAME_FOR_POSTS);
  }

  @Test
  void tellsNobodyWhenOnlyTheTextIsNew() {
    editProfile.edit(otto.id(), "Otto", "New text");

    assertThat(accounts.heard()).isEmpty();
  }

  @Test
  void refusesWhatIsTooLong() {
    assertThat(editProfile.edit(otto.id(), "x".repeat(61), "y".repeat(501)))
        .isInstanceOfSatisfying(
            EditProfile.Result.Invalid.class, wrong -> assertThat(wrong.fields()).hasSize(2));
  }

  @Test
  void keepsAnImitatorWaitingUntilAnotherNameIsChosen() {
    assertThat(edited("R0SA").standing()).isEqualTo(Standing.WAITING);
    assertThat(accounts.get("otto").tokensSince()).isNotNull();
    assertThat(edited("Otto").standing()).isEqualTo(Standing.GOOD);
    assertThat(accounts.get("otto").why()).isNull();
  }

  @Test
  void doesNotEndTheWaitingOfAHandle() {
    Account waiting = accounts.get("adm1n");
    editProfile.edit(waiting.id(), "Harmless", "");

    assertThat(accounts.get("adm1n").standing()).isEqualTo(Standing.WAITING);
  }

  @Test
  void letsStaffCallThemselvesWhatTheyAre() {
    editProfile.edit(accounts.get("rosa").id(), "Admin Rosa", "");

    assertThat(accounts.get("rosa").standing()).isEqualTo(Standing.GOOD);
  }

  @Test
  void slowsDownWhoeverChangesNamesAllDay() {
    for (int i = 0; i < 20; i++) {
      edited("Otto " + "abcdefghijklmnopqrstu".charAt(i));
    }
    assertThat(editProfile.edit(otto.id(), "Otto Z", ""))
        .isInstanceOf(EditProfile.Result.TooManyNames.class);
    assertThat(editProfile.edit(otto.id(), accounts.get("otto").name(), "text"))
        .isInstanceOf(EditProfile.Result.Saved.class);
  }
}
