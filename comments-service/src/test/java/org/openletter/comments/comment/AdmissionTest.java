package org.openletter.comments.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openletter.comments.screening.Screenings.verdict;

import org.junit.jupiter.api.Test;
import org.openletter.comments.screening.ScreenText;
import org.openletter.comments.screening.Verdict;
import org.openletter.comments.thread.Mode;

class AdmissionTest {

  private static final ScreenText.Result GOOD = new ScreenText.Result.Judged(verdict(false));

  private static ScreenText.Result held(String... codes) {
    return new ScreenText.Result.Judged(verdict(true, codes));
  }

  private static Admission.Situation somebody(Mode mode) {
    return new Admission.Situation(mode, false, false, false);
  }

  private static Admission.Situation known(Mode mode) {
    return new Admission.Situation(mode, false, true, false);
  }

  private static Admission.Situation creator(Mode mode) {
    return new Admission.Situation(mode, true, false, false);
  }

  @Test
  void holdsWithoutAVerdictWhoeverItIs() {
    for (Mode mode : Mode.values()) {
      for (var situation :
          new Admission.Situation[] {
            somebody(mode),
            known(mode),
            creator(mode),
            new Admission.Situation(mode, false, false, true)
          }) {
        assertThat(Admission.of(new ScreenText.Result.Unanswered(), situation).heldFor())
            .isEqualTo(HeldFor.SCREENING_PENDING);
      }
    }
  }

  @Test
  void letsTheThreadDecideAboutGoodTexts() {
    assertThat(Admission.of(GOOD, somebody(Mode.OPEN)).isPublic()).isTrue();
    assertThat(Admission.of(GOOD, somebody(Mode.HOLD_FIRST_TIMERS)).heldFor())
        .isEqualTo(HeldFor.FIRST_COMMENT);
    assertThat(Admission.of(GOOD, known(Mode.HOLD_FIRST_TIMERS)).isPublic()).isTrue();
    assertThat(Admission.of(GOOD, known(Mode.HOLD_ALL)).heldFor()).isEqualTo(HeldFor.HOLD_ALL);
    assertThat(Admission.of(GOOD, somebody(Mode.CLOSED)).heldFor())
        .isEqualTo(HeldFor.FIRST_COMMENT);
  }

  @Test
  void neverHoldsTheCreatorForWhatHerThreadAsksOfOthers() {
    for (Mode mode : Mode.values()) {
      assertThat(Admission.of(GOOD, creator(mode)).isPublic()).isTrue();
      assertThat(Admission.of(held("first-comment"), creator(mode)).isPublic()).isTrue();
    }
    assertThat(Admission.of(held("personal-data"), creator(Mode.OPEN)).heldFor())
        .isEqualTo(HeldFor.PERSONAL_DATA);
  }

  @Test
  void leavesItToTheThreadWhetherBeingFirstMatters() {
    assertThat(Admission.of(held("first-comment"), somebody(Mode.OPEN)).isPublic()).isTrue();
    assertThat(Admission.of(held("first-comment"), somebody(Mode.HOLD_FIRST_TIMERS)).heldFor())
        .isEqualTo(HeldFor.FIRST_COMMENT);
    assertThat(Admission.of(held("first-comment", "advertising"), known(Mode.OPEN)).heldFor())
        .isEqualTo(HeldFor.JUNK);
  }

  @Test
  void namesTheReasonOfTheScreening() {
    for (String code : new String[] {"advertising", "repeated", "random-letters", "junk"}) {
      assertThat(Admission.of(held(code), known(Mode.OPEN)).heldFor()).isEqualTo(HeldFor.JUNK);
    }
    assertThat(Admission.of(held("off-topic"), known(Mode.OPEN)).heldFor())
        .isEqualTo(HeldFor.OFF_TOPIC);
    assertThat(Admission.of(held("something-new"), known(Mode.OPEN)).heldFor())
        .isEqualTo(HeldFor.RULE);
    assertThat(Admission.of(held(), known(Mode.OPEN)).heldFor()).isEqualTo(HeldFor.RULE);
  }

  @Test
  void asksNothingOfImportedOnesButTheVerdict() {
    Admission.Situation imported = new Admission.Situation(Mode.HOLD_ALL, false, false, true);
    Verdict good = verdict(false);

    assertThat(Admission.of(new ScreenText.Result.Judged(good), imported).isPublic()).isTrue();
    assertThat(Admission.of(held("advertising"), imported).heldFor()).isEqualTo(HeldFor.JUNK);
    assertThat(Admission.of(held("first-comment"), imported).isPublic()).isTrue();
  }
}
