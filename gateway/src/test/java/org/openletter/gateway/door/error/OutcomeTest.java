package org.openletter.gateway.door.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openletter.gateway.door.error.OutcomeForTests.done;
import static org.openletter.gateway.door.error.OutcomeForTests.notDone;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openletter.platform.problem.CallRefused;
import org.openletter.platform.problem.FieldProblem;
import org.openletter.platform.problem.NoAnswer;
import org.springframework.http.HttpStatus;

class OutcomeTest {

  private static final FieldProblem TITLE = new FieldProblem("title", "Give it a title.");
  private static final FieldProblem BODY = new FieldProblem("body", "Too long.");

  @Test
  void isWhatTheNeighbourAnswered() {
    assertThat(Outcome.of("saved", "", () -> "stored")).isEqualTo(new Outcome.Done<>("stored"));
  }

  @Test
  void passesARefusalOnInTheWordsOfWhoRefused() {
    var refused =
        notDone(
            failing(
                new CallRefused(
                    429, "too-many", "Six a minute.", Duration.ofSeconds(20), Map.of("n", 6))));

    assertThat(refused)
        .isEqualTo(
            new Outcome.Refused<>(
                429,
                "too-many",
                "Six a minute.",
                List.of(),
                Map.of("n", 6),
                Optional.of(Duration.ofSeconds(20))));
    assertThat(refused.code()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
    assertThat(refused.ofForm()).isEqualTo("Six a minute.");
    assertThat(refused.is("letter-closed", "too-many")).isTrue();
    assertThat(refused.is("letter-closed")).isFalse();
  }

  @Test
  void saysOfTheFormNothingThatItsFieldsSay() {
    var refused = notDone(wrong(TITLE, BODY));

    assertThat(refused.fields()).containsExactly(TITLE, BODY);
    assertThat(refused.error("body")).isEqualTo("Too long.");
    assertThat(refused.error("topics")).isNull();
    assertThat(refused.ofForm()).isNull();
    assertThat(refused.sentence()).isEqualTo("Give it a title. Too long.");
  }

  @Test
  void doesNotKnowWhatASilentNeighbourDid() {
    var silent =
        notDone(
            Outcome.of(
                "saved",
                "Your words are kept here.",
                () -> {
                  throw new NoAnswer("posts-service", "stopped");
                }));

    assertThat(silent.status()).isEqualTo(503);
    assertThat(silent.sentence())
        .startsWith("It is not known whether this was saved: the part that keeps letters")
        .contains("Your words are kept here.");
    assertThat(silent.retryAfter()).contains(Duration.ofMinutes(1));
    assertThat(silent.ofForm()).isEqualTo(silent.sentence());
    assertThat(silent.fields()).isEmpty();
  }

  @Test
  void hidesNoFaultOfOurs() {
    assertThatThrownBy(() -> failing(new IllegalStateException("a bug")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void refusesAFormThatCannotBeSentOn() {
    var invalid = notDone(Outcome.invalid("file", "Choose a file first."));

    assertThat(invalid.status()).isEqualTo(422);
    assertThat(invalid.error("file")).isEqualTo("Choose a file first.");
    assertThat(invalid.ofForm()).isNull();
  }

  @Test
  void saysAKnownRefusalInBetterWords() {
    var outcome =
        failing(new CallRefused(409, "letter-changed", "No.", null, Map.of("version", 8)));

    var byType = notDone(outcome.saying("letter-changed", "Look again."));
    assertThat(byType.sentence()).isEqualTo("Look again.");
    assertThat(byType.status()).isEqualTo(409);
    assertThat(byType.type()).isEqualTo("letter-changed");
    assertThat(notDone(outcome.saying(HttpStatus.CONFLICT, "Look again.")).sentence())
        .isEqualTo("Look again.");
    assertThat(outcome.saying("letter-closed", "x").saying(HttpStatus.GONE, "x"))
        .isEqualTo(outcome);
  }

  @Test
  void saysAKnownRefusalOfTheWholeFormAndNoLongerOfItsFields() {
    var said = notDone(wrong(TITLE).saying("invalid-fields", "Not this one."));

    assertThat(said.fields()).isEmpty();
    assertThat(said.ofForm()).isEqualTo("Not this one.");
  }

  @Test
  void makesARefusalThatBringsSomethingAResult() {
    var outcome = failing(new CallRefused(409, "letter-changed", "No.", null, Map.of("text", "B")));

    assertThat(
            done(outcome.instead(refused -> Optional.of("newer: " + refused.facts().get("text")))))
        .isEqualTo("newer: B");
    assertThat(outcome.instead(_ -> Optional.empty())).isEqualTo(outcome);
    assertThat(done(new Outcome.Done<>("stored").instead(_ -> Optional.of("other"))))
        .isEqualTo("stored");
  }

  @Test
  void namesAFieldAsTheFormDoes() {
    var named = notDone(wrong(TITLE, BODY).naming("body", "words"));

    assertThat(named.fields()).containsExactly(TITLE, new FieldProblem("words", "Too long."));
    assertThat(named.type()).isEqualTo("invalid-fields");
  }

  private static Outcome<String> wrong(FieldProblem... fields) {
    var told = List.of(fields).stream().map(OutcomeTest::document).toList();
    return failing(
        new CallRefused(422, "invalid-fields", "Check it.", null, Map.of("fields", told)));
  }

  private static Map<String, String> document(FieldProblem field) {
    return Map.of("field", field.field(), "sentence", field.sentence());
  }

  private static Outcome<String> failing(RuntimeException failure) {
    return Outcome.of(
        "saved",
        "",
        () -> {
          throw failure;
        });
  }
}
