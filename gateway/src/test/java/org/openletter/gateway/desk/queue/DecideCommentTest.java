package org.openletter.gateway.desk.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openletter.gateway.door.error.OutcomeForTests.notDone;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openletter.gateway.door.error.Outcome;
import org.openletter.gateway.neighbour.comments.FakeQueue;
import org.openletter.gateway.neighbour.comments.QueueClient;
import org.openletter.platform.problem.CallRefused;
import org.openletter.platform.problem.NoAnswer;

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
    assertThat(queue.decided)
        .isEqualTo(new QueueClient.Decision("publish", null, FakeQueue.VERSION));
  }

  @Test
  void removesWithAReason() {
    assertThat(decide("remove", "off-topic", "The stairs only, please."))
        .isEqualTo(done("remove", true, "off-topic"));
    assertThat(queue.decided)
        .isEqualTo(
            new QueueClient.Decision(
                "remove",
                new QueueClient.Why("off-topic", "The stairs only, please."),
                FakeQueue.VERSION));
  }

  @Test
  void doesNotRemoveWithoutAReason() {
    assertThat(notDone(decide("remove", "", "words")).error("reason")).isNotNull();
    assertThat(queue.decided).isNull();
  }

  @Test
  void doesNotPromiseToTellSomebodyWhoIsNobodyHere() {
    queue.items.clear();
    queue.imported = true;
    queue.items.add(queue.waiting(1));

    assertThat(decide("spam", "", "")).isEqualTo(done("spam", false));
    assertThat(new Done("spam", FakeQueue.LETTER, ID, false, null, null).words())
        .isEqualTo("Marked as spam.");
  }

  @Test
  void takesADecisionBack() {
    var result = decideComment.undo(FakeQueue.LETTER, ID, FakeQueue.VERSION);

    assertThat(result).isEqualTo(done("undo", true));
    assertThat(queue.undone).isEqualTo(FakeQueue.VERSION);
    assertThat(new Done("undo", FakeQueue.LETTER, ID, true, null, FakeQueue.VERSION).undo())
        .isNull();
  }

  @Test
  void tellsThatItWasDecidedBefore() {
    queue.failure = new CallRefused(409, "decided-before", "It was published.", null, Map.of());

    var refused = notDone(decide("spam", "", ""));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.sentence()).isEqualTo("It was published.");
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

    assertThat(notDone(decide("remove", "rule", "x")).error("reason")).isEqualTo("Too long.");
  }

  @Test
  void tellsThatThereIsNoSuchResponse() {
    queue.items.clear();

    assertThat(notDone(decide("publish", "", "")).status()).isEqualTo(404);
  }

  @Test
  void saysThatNothingWasDecidedWhenNobodyAnswers() {
    queue.failure = new NoAnswer("comments-service", "stopped");

    assertThat(notDone(decide("publish", "", "")).sentence())
        .startsWith("It is not known whether this was decided: the part that keeps responses");
  }

  @Test
  void saysOnlyWhatItKnowsHoweverItsAddressIsWritten() {
    String of = FakeQueue.LETTER + "/" + ID;

    assertThat(said("spam", of, null, null))
        .contains(new Done("spam", FakeQueue.LETTER, ID, true, null, null));
    assertThat(said("remove", of, "off-topic", FakeQueue.VERSION))
        .contains(new Done("remove", FakeQueue.LETTER, ID, true, "off-topic", FakeQueue.VERSION));
    assertThat(said("remove", of, "You won a prize", "<b>"))
        .contains(new Done("remove", FakeQueue.LETTER, ID, true, null, null));
    assertThat(said("You won a prize", of, null, null)).isEmpty();
    assertThat(said("spam", "//evil.example/x", null, null)).isEmpty();
    assertThat(said(null, of, null, null)).isEmpty();
  }

  private static Optional<Done> said(
      @Nullable String did, @Nullable String of, @Nullable String why, @Nullable String at) {
    return Done.of(new Done.Address(did, of, null, why, at));
  }

  @Test
  void saysWhatTheWriterOfAResponseIsTold() {
    assertThat(new Done("remove", FakeQueue.LETTER, ID, true, "rule", null).words())
        .contains("its writer is told that you removed it: against the house rules");
    assertThat(new Done("spam", FakeQueue.LETTER, ID, true, null, null).words())
        .contains("as junk");
  }

  @Test
  void tellsARefusalOfTheVersionFromAMissingReason() {
    queue.failure =
        new CallRefused(
            422,
            "invalid-fields",
            "No.",
            null,
            Map.of("fields", List.of(Map.of("field", "version", "sentence", "Say which."))));

    var refused = notDone(decide("remove", "rule", "x"));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.sentence()).isEqualTo("Say which.");
    assertThat(refused.error("reason")).isNull();
  }

  private Outcome<Done> decide(String act, String reason, String words) {
    return decideComment.decide(FakeQueue.LETTER, ID, act, reason, words, FakeQueue.VERSION);
  }

  private static Outcome<Done> done(String act, boolean told) {
    return done(act, told, null);
  }

  private static Outcome<Done> done(String act, boolean told, @Nullable String code) {
    return new Outcome.Done<>(new Done(act, FakeQueue.LETTER, ID, told, code, FakeQueue.VERSION));
  }
}
