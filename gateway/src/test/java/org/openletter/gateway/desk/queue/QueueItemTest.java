package org.openletter.gateway.desk.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueueItemTest {

  private static final QueueItem.Reason TELEPHONE =
      new QueueItem.Reason(
          "personal-data",
          Map.of("kinds", List.of("telephone-number")),
          0.9,
          List.of(new QueueItem.Span(5, 9)));

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
    assertThat(TELEPHONE.measured()).isEqualTo("telephone number 0.90");
    assertThat(new QueueItem.Reason("first-comment", null, 1.0, null).measured())
        .isEqualTo("first response");
  }

  @Test
  void marksNothingForAReasonThatRestsOnTheWholeText() {
    var repeated = new QueueItem.Reason("repeated", null, 0.9, List.of(new QueueItem.Span(0, 12)));
    var link = new QueueItem.Reason("advertising", null, 0.9, List.of(new QueueItem.Span(4, 7)));
    var item =
        new QueueItem(
            item("Buy now here", null).comment(),
            null,
            null,
            false,
            List.of(repeated, link),
            null,
            null);

    assertThat(item.uncovered().pieces())
        .filteredOn(Passage.Piece::marked)
        .extracting(Passage.Piece::text)
        .containsExactly("now");
  }

  private static QueueItem item(String text, @org.jspecify.annotations.Nullable String masked) {
    return new QueueItem(
        new QueueItem.Comment(
            FakeQueue.id(1),
            FakeQueue.LETTER,
            null,
            "held",
            text,
            Instant.EPOCH,
            null,
            true,
            null,
            null),
        null,
        null,
        false,
        List.of(TELEPHONE),
        null,
        masked);
  }
}
