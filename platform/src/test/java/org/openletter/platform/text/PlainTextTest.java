package org.openletter.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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

  @Test
  void seesThatThereIsNothingToSee() {
    assertThat(PlainText.blank(" \u200b\u2060\ufeff\u3164\u0301\n")).isTrue();
    assertThat(PlainText.blank("\u200bx")).isFalse();
    assertThat(PlainText.blank("ಠ")).isFalse();
  }

  @Test
  void countsCodePoints() {
    assertThat(PlainText.length("a😀b")).isEqualTo(3);
  }
}
