package org.openletter.moderation.repeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openletter.moderation.signal.ASubmission.aSubmission;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openletter.moderation.signal.Finding;
import org.openletter.moderation.signal.Submission;
import org.openletter.moderation.view.Views;

class RepeatSignalTest {

  private static final double HELD = 0.5;

  private static final String LONG =
      "I have seen this happen in three towns now and every time the same people were asked last,"
          + " and every time they knew best.";

  private final RepeatSignal signal = new RepeatSignal(new RepeatsInMemory());

  @Test
  void holdsALongTextThatStrangersShare() {
    sent(aSubmission().by("one").id("1").on("a").saying(LONG));

    assertThat(score(aSubmission().by("two").id("2").on("b").saying(LONG))).isGreaterThan(HELD);
  }

  @Test
  void doesNotMindThatStrangersThankInTheSameWords() {
    for (int i = 0; i < 10; i++) {
      sent(
          aSubmission()
              .by("person" + i)
              .id("c" + i)
              .on("l" + i)
              .saying("Thank you for writing this!"));
    }

    assertThat(
            score(aSubmission().by("rosa").id("r").on("x").saying("Thank you for writing this.")))
        .isLessThan(HELD);
    assertThat(score(aSubmission().by("rosa").id("r").on("x").saying("Love this"))).isZero();
  }

  @Test
  void holdsAShortTextOnlyWhenOnePersonSendsItTheThirdTime() {
    sent(aSubmission().by("one").id("1").on("a").saying("visit me"));
    Submission second = aSubmission().by("one").id("2").on("b").saying("Visit me!");
    assertThat(score(second)).isZero();
    sent(second);

    assertThat(score(aSubmission().by("one").id("3").on("c").saying("visit me")))
        .isGreaterThan(HELD);
  }

  @Test
  void holdsWhatOnePersonSendsToAnotherLetterAgain() {
    sent(aSubmission().by("one").id("1").on("a").saying("Come to my evening on Friday."));

    assertThat(
            score(aSubmission().by("one").id("2").on("b").saying("Come to my evening on Friday")))
        .isGreaterThan(HELD);
  }

  @Test
  void neverTakesAnEditedOrResentTextForARepeatOfItself() {
    sent(aSubmission().by("one").id("1").saying(LONG));

    assertThat(score(aSubmission().by("one").id("1").saying(LONG))).isZero();
    assertThat(score(aSubmission().by("one").id("1").saying(LONG + " Once more."))).isZero();
  }

  @Test
  void countsANearRepeatAsEvidenceOnly() {
    sent(aSubmission().by("one").id("1").on("a").saying(LONG));

    double near = score(aSubmission().by("two").id("2").on("b").saying(LONG + " qzx!"));

    assertThat(near).isPositive().isLessThan(HELD);
  }

  @Test
  void saysHowOften() {
    sent(aSubmission().by("one").id("1").on("a").saying(LONG));
    sent(aSubmission().by("two").id("2").on("b").saying(LONG));

    Finding finding = finding(aSubmission().by("three").id("3").on("c").saying(LONG));

    assertThat(finding.parameters()).isEqualTo(Map.of("same", 2, "similar", 0));
  }

  private void sent(Submission submission) {
    signal.remember(submission, Views.of(submission.text()));
  }

  private double score(Submission submission) {
    return signal.look(submission, Views.of(submission.text())).stream()
        .mapToDouble(Finding::score)
        .max()
        .orElse(0);
  }

  private Finding finding(Submission submission) {
    return signal.look(submission, Views.of(submission.text())).getFirst();
  }
}
