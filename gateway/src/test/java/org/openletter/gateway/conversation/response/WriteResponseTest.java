package org.openletter.gateway.conversation.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openletter.gateway.door.error.OutcomeForTests.notDone;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openletter.gateway.door.error.Outcome;
import org.openletter.gateway.neighbour.comments.Comment;
import org.openletter.gateway.neighbour.comments.ResponsesClient;
import org.openletter.platform.problem.CallRefused;
import org.openletter.platform.problem.NoAnswer;

class WriteResponseTest {

  @Test
  void passesARefusalOnInTheWordsOfWhoRefused() {
    var result =
        sending(
            new CallRefused(409, "letter-closed", "Responses closed on 1 May.", null, Map.of()));

    assertRefused(result, 409, "Responses closed on 1 May.", Optional.empty());
  }

  @Test
  void saysWhatIsWrongWithTheWords() {
    var fields = Map.of("field", "text", "sentence", "At most 8,000 characters fit.");
    var result =
        sending(
            new CallRefused(
                422, "invalid-fields", "Check it.", null, Map.of("fields", List.of(fields))));

    assertRefused(result, 422, "At most 8,000 characters fit.", Optional.empty());
  }

  @Test
  void tellsAHastyMemberHowLongToWait() {
    var result =
        sending(
            new CallRefused(429, "too-many", "Six a minute.", Duration.ofSeconds(20), Map.of()));

    assertRefused(result, 429, "Six a minute.", Optional.of(Duration.ofSeconds(20)));
  }

  @Test
  void keepsTheWordsWhenNobodyAnswers() {
    var silent = notDone(sending(new NoAnswer("comments-service", "down")));

    assertThat(silent.status()).isEqualTo(503);
    assertThat(silent.sentence()).contains("Your words are kept here");
  }

  private static void assertRefused(
      Outcome<ResponsesClient.Sent> outcome,
      int status,
      String sentence,
      Optional<Duration> retryAfter) {
    var refused = notDone(outcome);
    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.sentence()).isEqualTo(sentence);
    assertThat(refused.retryAfter()).isEqualTo(retryAfter);
  }

  private static Outcome<ResponsesClient.Sent> sending(RuntimeException failure) {
    return new WriteResponse(new Failing(failure)).send("aaaaaaaaaaaa", "Words", null, "key");
  }

  private record Failing(RuntimeException failure) implements ResponsesClient {

    @Override
    public Sent send(String letterId, Written written) {
      throw failure;
    }

    @Override
    public Comment change(String letterId, String id, Changed changed) {
      throw failure;
    }

    @Override
    public void withdraw(String letterId, String id, String version) {
      throw failure;
    }
  }
}
