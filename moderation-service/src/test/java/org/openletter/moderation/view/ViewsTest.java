package org.openletter.moderation.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ViewsTest {

  @Test
  void cutsWordsNumbersAndSigns() {
    assertThat(words("Don’t pay $50 for 500mg, 20% off"))
        .containsExactly("dont", "pay", "$", "50", "for", "500", "mg", "20", "%", "off");
  }

  @Test
  void knowsWhatIsQuoted() {
    Views views = Views.of("He wrote “buy now” to me.\n> click here\nI did not.");

    List<String> quoted = views.words().stream().filter(Word::quoted).map(Word::text).toList();

    assertThat(quoted).containsExactly("buy", "now", "click", "here");
  }

  @Test
  void doesNotTakeAnApostropheForAQuotation() {
    assertThat(Views.of("it's hers and it isn't his").words()).noneMatch(Word::quoted);
  }

  @Test
  void countsOnlyHiddenCharactersBetweenLatinLetters() {
    assertThat(Views.of("v\u200Biagra").hidden()).isEqualTo(1);
    assertThat(Views.of("می\u200Cخواهم 👩\u200D👧").hidden()).isZero();
  }

  private static List<String> words(String text) {
    return Views.of(text).words().stream().map(Word::text).toList();
  }
}
