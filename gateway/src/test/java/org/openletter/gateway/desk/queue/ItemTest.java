package org.openletter.gateway.desk.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openletter.gateway.neighbour.comments.FakeQueue;
import org.openletter.gateway.neighbour.comments.QueueItem;
import org.openletter.gateway.neighbour.comments.Reason;

class ItemTest {

  private static final Reason TELEPHONE =
      new Reason(
          "personal-data",
          Map.of("kinds", List.of("telephone-number")),
          0.9,
          List.of(new Reason.Span(5, 9)));

  @Test
  void coversPersonalDataAndMarksWhereItStands() {
    var item = item("Call 4410 today.", "Call ●●●● today.");

    assertThat(item.covered()).isTrue();
    assertThat(item.shown().pieces())
        .containsExactly(
            new Passage.Piece("Call ", false),
            new Passage.Piece("●●●●", true),
            new Passage.Piece(" today.", false));
    assertThat(item.uncovered().pieces()).contains(new Passage.Piece("4410", true));
    assertThat(item.clip().pieces()).doesNotContain(new Passage.Piece("4410", true));
  }

  @Test
  void doesNotMarkACoveredTextWhoseLengthChanged() {
    assertThat(item("Call 4410 today.", "Call […] today.").shown().pieces())
        .containsExactly(new Passage.Piece("Call […] today.", false));
  }

  @Test
  void coversNothingWhereNothingIsPersonal() {
    assertThat(item("Fine.", null).covered()).isFalse();
    assertThat(item("Fine.", "Fine.").covered()).isFalse();
  }

  @Test
  void saysAScoreWhereItMeansSomething() {
    assertThat(Item.measured(TELEPHONE)).isEqualTo("telephone number 0.90");
    assertThat(Item.measured(new Reason("first-comment", null, 1.0, null)))
        .isEqualTo("first response");
  }

  @Test
  void marksNothingForAReasonThatRestsOnTheWholeText() {
    var repeated = new Reason("repeated", null, 0.9, List.of(new Reason.Span(0, 12)));
    var link = new Reason("advertising", null, 0.9, List.of(new Reason.Span(4, 7)));
    var item =
        new Item(
            new QueueItem(
                item("Buy now here", null).comment(),
                null,
                null,
                false,
                List.of(repeated, link),
                null,
                null));

    assertThat(item.uncovered().pieces())
        .filteredOn(Passage.Piece::marked)
        .extracting(Passage.Piece::text)
        .containsExactly("now");
  }

  private static Item item(String text, @org.jspecify.annotations.Nullable String masked) {
    return new Item(
        new QueueItem(
            FakeQueue.comment(1, text, "held", true, null),
            null,
            null,
            false,
            List.of(TELEPHONE),
            null,
            masked));
  }
}
