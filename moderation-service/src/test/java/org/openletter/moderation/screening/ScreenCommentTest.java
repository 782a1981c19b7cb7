package org.openletter.moderation.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.openletter.moderation.signal.ASubmission.aSubmission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openletter.moderation.screening.Verdict.Decision;
import org.openletter.moderation.signal.Signal;
import org.openletter.moderation.signal.Submission;

class ScreenCommentTest {

  @Test
  void publishesWhatNothingSpeaksAgainst() {
    Verdict verdict = Screened.text("Thank you for writing this.");

    assertThat(verdict.decision()).isEqualTo(Decision.PUBLISH);
    assertThat(verdict.reasons()).isEmpty();
    assertThat(verdict.heldAs()).isNull();
    assertThat(verdict.version()).isEqualTo("1.0");
  }

  @Test
  void hasNoVerdictWhenASignalOrTheMemoryFails() {
    String secret = "words that nobody may read";
    Signal failing =
        (submission, views) -> {
          throw new IllegalStateException(secret);
        };
    ScreenComment forgetting =
        new ScreenComment(
            List.of(),
            (submission, views) -> {
              throw new IllegalStateException(secret);
            });

    for (ScreenComment screen : List.of(screening(failing), forgetting)) {
      assertThatExceptionOfType(NotScreened.class)
          .isThrownBy(() -> screen.screen(anything()))
          .withNoCause()
          .withMessageContaining("IllegalStateException")
          .withMessageNotContaining(secret);
    }
  }

  @Test
  void remembersWhatItLookedAt() {
    List<Submission> remembered = new ArrayList<>();
    ScreenComment screen = new ScreenComment(List.of(), (s, views) -> remembered.add(s));

    screen.screen(anything());

    assertThat(remembered).containsExactly(anything());
  }

  @Test
  void holdsAFirstResponseAndSaysNothingAgainstIt() {
    Verdict verdict = Screened.submission(aSubmission().first().saying("I agree."));

    assertThat(verdict.heldAs()).isEqualTo("first-comment");
    assertThat(verdict.scores()).isEqualTo(new Verdict.Scores(0, 0, 0, 0, 0));
    assertThat(verdict.reasons().getFirst().parameters()).isEqualTo(Map.of("first", "response"));
  }

  @Test
  void holdsTheFirstLinkOfSomebodyNew() {
    String text = "The report is here: https://library.example/report";

    Verdict stranger = Screened.submission(aSubmission().by("rosa").saying(text));
    Verdict established = Screened.submission(aSubmission().by("rosa").established().saying(text));

    assertThat(stranger.heldAs()).isEqualTo("first-comment");
    assertThat(stranger.reasons().getFirst().parameters()).isEqualTo(Map.of("first", "link"));
    assertThat(established.decision()).isEqualTo(Decision.PUBLISH);
  }

  @Test
  void saysTheReasonsOfTheTextBeforeThoseOfTheCircumstances() {
    Verdict verdict =
        Screened.submission(aSubmission().first().saying("My number is 083 555 0147, call me"));

    assertThat(Screened.codes(verdict)).containsExactly("personal-data", "first-comment");
    assertThat(verdict.heldAs()).isEqualTo("personal-data");
  }

  @Test
  void coversPersonalDataForWhoeverHasToLook() {
    Verdict verdict = Screened.text("Call me on 083 555 4410.");

    assertThat(verdict.masked()).isEqualTo("Call me on ●●● ●●● 4410.");
    assertThat(verdict.reasons().getFirst().parameters())
        .isEqualTo(Map.of("kinds", List.of("telephone-number")));
  }

  private static ScreenComment screening(Signal signal) {
    return new ScreenComment(List.of(signal), (s, v) -> {});
  }

  private static Submission anything() {
    return aSubmission().saying("Anything.");
  }
}
