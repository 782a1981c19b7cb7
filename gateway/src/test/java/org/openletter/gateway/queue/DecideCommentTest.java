package org.openletter.gateway.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openletter.platform.call.CallRefused;
import org.openletter.platform.call.NoAnswer;

class DecideCommentTest {

  private static final String ID = FakeQueue.id(1);

  private final FakeQueue queue = new FakeQueue();
  private final DecideComment decideComment = new DecideComment(queue);

  @BeforeEach
  void oneWaits() {
    queue.items.add(queue.waiting(1));
  }

  @Test
  void publishesWithoutAReason() {
    assertThat(decide("publish", "", "")).isEqualTo(done("publish", true));
    assertThat(queue.decided).isEqualTo(new QueueClient.Decision("publish", null));
  }

  @Test
  void removesWithAReason() {
    assertThat(decide("remove", "off-topic", "The stairs only, please."))
        .isEqualTo(done("remove", true));
    assertThat(queue.decided)
        .isEqualTo(
            new QueueClient.Decision(
                "remove", new QueueClient.Reason("off-topic", "The stairs only, please.")));
  }

  @Test
  void doesNotRemoveWithoutAReason() {
    assertThat(decide("remove", "", "words"))
        .isInstanceOf(DecideComment.Result.ReasonMissing.class);
    assertThat(queue.decided).isNull();
  }

  @Test
  void doesNotPromiseToTellSomebodyWhoIsNobodyHere() {
    queue.items.clear();
    queue.imported = true;
    queue.items.add(queue.waiting(1));

    assertThat(decide("spam", "", "")).isEqualTo(done("spam", false));
    assertThat(new Done("spam", FakeQueue.LETTER, ID, false).words()).isEqualTo("Marked as spam.");
  }

  @Test
  void takesADecisionBack() {
    var result = decideComment.undo(FakeQueue.LETTER, ID);

    assertThat(result).isEqualTo(done("undo", true));
    assertThat(new Done("undo", FakeQueue.LETTER, ID, true).undo()).isNull();
  }

  @Test
  void tellsThatItWasDecidedBefore() {
    queue.failure = new CallRefused(409, "decided-before", "It was published.", null, Map.of());

    assertThat(decide("spam", "", ""))
        .isEqualTo(new DecideComment.Result.Refused(409, "It was published."));
  }

  @Test
  void tellsWhatIsWrongWithAReason() {
    queue.failure =
        new CallRefused(
            422,
            "invalid-fields",
            "No.",
            null,
            Map.of("fields", List.of(Map.of("field", "reason", "sentence", "Too long."))));

    assertThat(decide("remove", "rule", "x"))
        .isEqualTo(new DecideComment.Result.ReasonMissing("Too long."));
  }

  @Test
  void tellsThatThereIsNoSuchResponse() {
    queue.items.clear();

    assertThat(decide("publish", "", ""))
        .isInstanceOfSatisfying(
            DecideComment.Result.Refused.class,
            refused -> assertThat(refused.status()).isEqualTo(404));
  }

  @Test
  void saysThatNothingWasDecidedWhenNobodyAnswers() {
    queue.failure = new NoAnswer("comments-service", "stopped");

    assertThat(decide("publish", "", ""))
        .isInstanceOfSatisfying(
            DecideComment.Result.Refused.class,
            refused ->
                assertThat(refused.sentence())
                    .startsWith(
                        "It is not known whether this was decided: the part that keeps responses"));
  }

  @Test
  void saysOnlyWhatItKnowsHoweverItsAddressIsWritten() {
    String of = FakeQueue.LETTER + "/" + ID;

    assertThat(Done.of("spam", of, null)).contains(new Done("spam", FakeQueue.LETTER, ID, true));
    assertThat(Done.of("You won a prize", of, null)).isEmpty();
    assertThat(Done.of("spam", "//evil.example/x", null)).isEmpty();
    assertThat(Done.of(null, of, null)).isEmpty();
  }

  private DecideComment.Result decide(String act, String reason, String words) {
    return decideComment.decide(FakeQueue.LETTER, ID, act, reason, words);
  }

  private static DecideComment.Result done(String act, boolean told) {
    return new DecideComment.Result.Done(new Done(act, FakeQueue.LETTER, ID, told));
  }
}
