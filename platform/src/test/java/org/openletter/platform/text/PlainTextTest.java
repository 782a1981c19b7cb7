package org.openletter.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

  @Test
  void makesLineEndsAndAccentsOneAndDropsControls() {
    assertThat(PlainText.clean("  a\r\nb\rc\u0000\u001b\u0085 e\u0301 \ufffe "))
        .isEqualTo("a\nb\nc é");
  }

  @Test
  void dropsLoneSurrogatesButKeepsPairs() {
    assertThat(PlainText.clean("x\ud800y😀")).isEqualTo("xy😀");
  }

  @Test
  void aLineHasNoLineEndsAndCannotTurnItsNeighbourhoodAround() {
    assertThat(PlainText.cleanLine("Ro\u202Esa\nB\u2066")).isEqualTo("Rosa B");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2069"})
  void aTextCannotTurnItsNeighbourhoodAroundEither(String mark) {
    assertThat(PlainText.clean("one\n" + mark + "two")).isEqualTo("one\ntwo");
    assertThat(PlainText.turns("two" + mark)).isTrue();
  }

  @Test
  void keepsTheMarksThatArabicAndHebrewNeed() {
    String mixed = "\u200fשָׁלוֹם\u200e مرحبا می\u200cخواهم";
    assertThat(PlainText.clean(mixed)).isEqualTo(PlainText.composed(mixed));
    assertThat(PlainText.turns(mixed)).isFalse();
  }

  @Test
  void keepsTheTallestLettersOfLivingScripts() {
    String tibetan = "\u0f67\u0fb9\u0fa8\u0fb3\u0fba\u0fbc\u0fbb\u0f82";
    assertThat(PlainText.capped(tibetan)).isEqualTo(tibetan);
    assertThat(PlainText.clean("a\u0302\u0323")).isEqualTo("ậ");
  }

  // The normalizer sorts the marks of one letter by insertion: what it costs is the length of the
  // text times the longest run of marks that it gets to see.
  @ParameterizedTest
  @ValueSource(
      strings = {"\u0301\u0323", "\u0323\u0301\u200d", "\u0344", "\uff9e\u0323", "\u0f73\u0301"})
  void theNormalizerNeverSeesALongRunOfMarks(String marks) {
    String tower = "a" + marks.repeat(120_000) + "b" + marks.repeat(3);

    String seen = PlainText.capped(tower);

    assertThat(longestRun(seen)).isEqualTo(PlainText.MOST_MARKS);
    assertThat(longestRun(PlainText.clean(tower))).isLessThanOrEqualTo(PlainText.MOST_MARKS * 2);
    assertThat(longestRun(PlainText.apart(tower))).isLessThanOrEqualTo(PlainText.MOST_MARKS * 2);
    assertThat(longestRun(PlainText.compatible(tower)))
        .isLessThanOrEqualTo(PlainText.MOST_MARKS * 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \u200b\u2060\ufeff\u3164\u0301\n",
        "\u00a0\u2007\u3000",
        "\u2800",
        "\u00ad\u200d\u180e",
        "\u0903\u20dd",
        "\ufffc",
        "\udb40\udc41",
      })
  void seesThatThereIsNothingToSee(String nothing) {
    assertThat(PlainText.blank(nothing)).isTrue();
    assertThat(PlainText.blank(nothing + "x")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ಠ", "।", "👍", "?", "का", "ﷺ"})
  void seesThatThereIsSomething(String something) {
    assertThat(PlainText.blank(something)).isFalse();
  }

  @Test
  void countsCodePoints() {
    assertThat(PlainText.length("a😀b")).isEqualTo(3);
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int c : text.codePoints().toArray()) {
      boolean unseen = Character.getType(c) == Character.FORMAT;
      run = unseen ? run : isMark(c) ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || c == 0xff9e;
  }
}
