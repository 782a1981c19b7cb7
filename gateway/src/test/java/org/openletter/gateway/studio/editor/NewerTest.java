package org.openletter.gateway.studio.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NewerTest {

  private static final DraftForm FILLED = form("Kept", "Kept.", "");

  @Test
  void saysNothingOfAPartThatOnlyThisWindowChanged() {
    var newer =
        Newer.against(form("Mine", "Kept.", FILLED.was()), form("Kept", "Theirs.", ""), null);

    assertThat(newer.both()).isEmpty();
    assertThat(newer.taken()).extracting(Newer.Part::name).containsExactly("body");
    assertThat(newer.known()).isTrue();
  }

  @Test
  void showsWhatBothWindowsChanged() {
    var newer =
        Newer.against(form("Mine", "Mine.", FILLED.was()), form("Kept", "Theirs.", ""), null);

    assertThat(newer.both()).extracting(Newer.Part::words).containsExactly("Theirs.");
    assertThat(newer.taken()).isEmpty();
  }

  @Test
  void doesNotSayWhoChangedWhatWhereNobodyKnows() {
    var typed = DraftForm.of(Map.of("title", "Mine", "body", "Kept."));

    var newer = Newer.against(typed, form("Kept", "Kept.", ""), null);

    assertThat(newer.both()).extracting(Newer.Part::name).containsExactly("title");
    assertThat(newer.known()).isFalse();
  }

  private static DraftForm form(String title, String body, String was) {
    var typed = DraftForm.of(Map.of("title", title, "body", body, "was", was));
    return was.isEmpty() ? typed.upon(7) : typed;
  }
}
