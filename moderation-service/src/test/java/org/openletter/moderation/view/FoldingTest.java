package org.openletter.moderation.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          Buy Now,                  buy now
          v\u200Bi\u200Ba\u200Bgra, viagra
          v i a g r a today,        viagra today
          v.i.a.g.r.a,              viagra
          𝕓𝕦𝕪,                      buy
          ｂｕｙ,                    buy
          vіаgrа,                   viagra
          v1agra,                   viagra
          500mg,                    500mg
          sooooooo good,            soo good
          Zażółć,                   zazolc
          одно слово,               одно слово
          I a m,                    i a m
          1️⃣ step,                  1 step
          """)
  void takesTricksOfSpellingAway(String written, String folded) {
    assertThat(Folding.fold(written).text()).isEqualTo(folded);
  }

  @Test
  void changesNothingMoreWhenFoldedAgain() {
    Random random = new Random(20261125);
    for (int i = 0; i < 300; i++) {
      String text = i % 2 == 0 ? HostileText.mixed(random, 200) : HostileText.noise(random, 200);
      String once = Folding.fold(text).text();

      assertThat(Folding.fold(once).text()).as("folding of %s", text).isEqualTo(once);
    }
  }

  @Test
  void growsNoLongerThanFourTimesTheText() {
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      String text = HostileText.noise(random, 300);

      assertThat(Folding.fold(text).text().codePoints().count())
          .isLessThanOrEqualTo((long) Folding.EXPANSION * text.codePointCount(0, text.length()));
    }
  }

  @Test
  void knowsWhereEveryCharacterCameFrom() {
    Random random = new Random(11);
    for (int i = 0; i < 200; i++) {
      String text = HostileText.mixed(random, 150);
      int length = text.codePointCount(0, text.length());
      Folded folded = Folding.fold(text);
      for (int at = 0; at < folded.text().length(); at++) {
        Span span = folded.span(at, at + 1);

        assertThat(span.end()).isLessThanOrEqualTo(length);
        assertThat(span.start()).isGreaterThanOrEqualTo(0);
      }
    }
  }

  @Test
  void pointsAtTheOriginalLetters() {
    String text = "🌹 ok: v\u200Bi a";
    Folded folded = Folding.fold(text);
    int start = folded.text().indexOf("vi");

    Span span = folded.span(start, start + 2);

    assertThat(span).isEqualTo(new Span(6, 9));
  }
}
