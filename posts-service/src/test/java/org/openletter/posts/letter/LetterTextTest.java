package org.openletter.posts.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTextTest {

  @Test
  void keepsWordsAndCleansWhatCannotBeSeen() {
    LetterText text =
        LetterText.typed(
            " An open\nletter\u0000 ",
            "To\tX",
            "Cafe\u0301",
            " a \n b ",
            List.of(),
            "HEAR\r\n\u001BUS");

    assertThat(text)
        .isEqualTo(
            new LetterText("An open letter", "To X", "Café", "a \n b", List.of(), "HEAR\nUS"));
    assertThat(text.problems()).isEmpty();
  }

  @Test
  void takesTopicsOnceWithoutTheirMarks() {
    assertThat(
            LetterText.typed(
                    "",
                    "",
                    "",
                    "",
                    List.of("#Health ", "health", " sex  work", "", "##", "Ünïcode"),
                    "")
                .topics())
        .containsExactly("Health", "sex work", "Ünïcode");
  }

  @Test
  void countsCodePointsAndForTheBodyBytes() {
    String emoji = "😀";
    assertThat(typed(emoji.repeat(200), emoji.repeat(200), emoji.repeat(16 * 1024)).problems())
        .isEmpty();
    assertThat(
            typed(emoji.repeat(201), emoji.repeat(201), emoji.repeat(16 * 1024) + "x").problems())
        .extracting("field")
        .containsExactly("title", "byline", "body");
    assertThat(
            LetterText.typed("", "", "", "d".repeat(1001), List.of("t".repeat(41)), "").problems())
        .extracting("field")
        .containsExactly("disclaimer", "topics");
    assertThat(
            LetterText.typed(
                    "",
                    "",
                    "",
                    "",
                    List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"),
                    "")
                .problems())
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u202E", "\u202D", "\u2066", "\u2069"})
  void refusesMarksThatTurnTheLineAround(String mark) {
    assertThat(typed("Open" + mark + "letter", "by" + mark, "body " + mark).problems())
        .extracting("field")
        .containsExactly("title", "byline");
    assertThat(LetterText.typed("", "To" + mark, "", "", List.of("to" + mark), "").problems())
        .extracting("field")
        .containsExactly("addressee", "topics");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u200B", "\u2800", "\u3164", "\u0301\u0302", "\u0903", "\u00AD \u200D"})
  void refusesANameThatCannotBeSeen(String name) {
    LetterText text = LetterText.typed("Title", name, name, "", List.of(), "Text");

    // What is only white space is no name at all, which is allowed.
    assertThat(text.problems()).extracting("field").containsExactly("addressee", "byline");
  }

  private static LetterText typed(String title, String byline, String body) {
    return LetterText.typed(title, "", byline, "", List.of(), body);
  }
}
