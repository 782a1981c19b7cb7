package org.openletter.gateway.studio.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DraftFormTest {

  @Test
  void knowsWhatWasTouchedHere() {
    var filled = DraftForm.of(Map.of("title", "Kept", "body", "Words.\n", "topics", "a,b")).upon(7);

    var sent =
        DraftForm.of(
            Map.of("title", "Mine", "body", "Words.\r\n", "topics", "a, b", "was", filled.was()));

    assertThat(sent.changed("title")).isTrue();
    assertThat(sent.changed("body")).isFalse();
    assertThat(sent.changed("topics")).isFalse();
    assertThat(sent.changed("language")).isFalse();
  }

  @Test
  void takesEveryPartForTouchedWhereNobodyKnows() {
    assertThat(DraftForm.of(Map.of("was", "nonsense")).changed("title")).isTrue();
    assertThat(DraftForm.of(Map.of()).changed("body")).isTrue();
  }

  @Test
  void leavesNothingOfTheOtherWindowUnderAnOlderText() {
    var filled = DraftForm.of(Map.of("title", "Kept", "body", "Kept.")).upon(7);
    var mine =
        DraftForm.of(Map.of("title", "Kept", "body", "Mine.", "was", filled.was(), "version", "7"));
    var theirs =
        DraftForm.of(Map.of("title", "Theirs", "body", "Theirs.", "language", "de")).upon(9);

    var merged = mine.over(theirs);

    assertThat(merged.title()).isEqualTo("Theirs");
    assertThat(merged.language()).isEqualTo("de");
    assertThat(merged.body()).isEqualTo("Mine.");
    assertThat(merged.version()).isEqualTo(9);
    assertThat(merged.apart()).isTrue();
    // From here on it is compared with what the other window left.
    assertThat(merged.changed("title")).isFalse();
    assertThat(merged.changed("body")).isTrue();
  }
}
