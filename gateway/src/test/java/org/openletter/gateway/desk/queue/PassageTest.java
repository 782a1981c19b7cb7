package org.openletter.gateway.desk.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openletter.gateway.neighbour.comments.Reason;

class PassageTest {

  @Test
  void marksWhereTheReasonsRest() {
    assertThat(shown("Order now, cheap.", span(0, 9), span(11, 16)))
        .isEqualTo("[Order now], [cheap].");
  }

  @Test
  void joinsMarksThatOverlap() {
    assertThat(shown("abcdef", span(1, 3), span(2, 5))).isEqualTo("a[bcde]f");
  }

  @Test
  void countsCodePointsNotCharacters() {
    assertThat(shown("😀😀 call", span(3, 7))).isEqualTo("😀😀 [call]");
  }

  @Test
  void bearsSpansThatLieOutside() {
    assertThat(shown("abc", span(-4, 1), span(2, 99), span(50, 60), span(2, 1)))
        .isEqualTo("[a]b[c]");
  }

  @Test
  void leavesATextWithoutSpansWhole() {
    assertThat(shown("abc")).isEqualTo("abc");
    assertThat(shown("")).isEmpty();
  }

  @Test
  void cutsTheBeginningAtACodePoint() {
    var passage = Passage.of("😀😀😀", List.of(span(1, 3)));

    assertThat(text(passage.first(2))).isEqualTo("😀[😀…]");
    assertThat(passage.first(3)).isEqualTo(passage);
  }

  private static String shown(String text, Reason.Span... spans) {
    return text(Passage.of(text, List.of(spans)));
  }

  private static String text(Passage passage) {
    var text = new StringBuilder();
    for (var piece : passage.pieces()) {
      text.append(piece.marked() ? "[" + piece.text() + "]" : piece.text());
    }
    return text.toString();
  }

  private static Reason.Span span(int start, int end) {
    return new Reason.Span(start, end);
  }
}
