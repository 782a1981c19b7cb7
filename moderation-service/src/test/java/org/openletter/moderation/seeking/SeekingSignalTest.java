package org.openletter.moderation.seeking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openletter.moderation.signal.ASubmission.aSubmission;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openletter.moderation.signal.Finding;
import org.openletter.moderation.view.Views;

class SeekingSignalTest {

  private static final double HELD = 0.5;

  private static final SeekingSignal SIGNAL = new SeekingSignal();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I am looking for a job, please help me",
        "Looking for any work, I have 5 years experience, call me",
        "I need a job as a cleaner, my number is below, please contact me",
        "Kindly assist me with a bursary form for next year"
      })
  void noticesSomebodyWhoLooksForWorkOrHelp(String text) {
    assertThat(score(text)).isGreaterThanOrEqualTo(HELD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "When I was looking for a job nobody called back. This letter is about us.",
        "After ten years I had to look for work again.",
        "Everybody should have a job they are proud of.",
        "We need jobs, not raids.",
        "Please help share this letter.",
        "He said “I am looking for a job, please help me” and I could not."
      })
  void leavesStoriesAlone(String text) {
    assertThat(score(text)).isLessThan(HELD);
  }

  /// Both lists were written after the signal was done, and nothing was changed for them: at first
  /// twelve of fifteen pleas were noticed, and no story.
  @Test
  void noticesMostPleasItHasNeverSeen() throws IOException {
    assertThat(lines("pleas.txt")).filteredOn(text -> score(text) >= HELD).hasSizeGreaterThan(11);
  }

  @Test
  void holdsNoStoryItHasNeverSeen() throws IOException {
    assertThat(lines("stories.txt")).filteredOn(text -> score(text) >= HELD).isEmpty();
  }

  @Test
  void mindsADenial() {
    assertThat(score("We are not asking for jobs. Get in touch with the union.")).isZero();
  }

  @Test
  void saysWhatIsLookedFor() {
    String text = "I am looking for a job, please help me";

    Finding finding = SIGNAL.look(aSubmission().saying(text), Views.of(text)).getFirst();

    assertThat(finding.parameters()).isEqualTo(Map.of("about", "work"));
  }

  private static List<String> lines(String file) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(SeekingSignalTest.class.getResourceAsStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static double score(String text) {
    return SIGNAL.look(aSubmission().saying(text), Views.of(text)).stream()
        .mapToDouble(Finding::score)
        .max()
        .orElse(0);
  }
}
