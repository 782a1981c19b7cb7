package org.openletter.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.openletter.platform.call.CallRefused;
import org.openletter.platform.call.NoAnswer;

class FailureTest {

  private static final String SENT = "dup key: { email: \"rosa@example.org\" }";

  @Test
  void tellsALogNothingOfWhatWasSent() {
    IllegalStateException failed = new IllegalStateException(SENT);

    assertThat(Failure.line(failed)).isEqualTo("java.lang.IllegalStateException");
    assertThat(Failure.kind(new ExecutionException(SENT, failed)))
        .isEqualTo("java.lang.IllegalStateException");
    assertThat(Failure.line(new CallRefused(422, "invalid-fields", SENT, null, Map.of())))
        .isEqualTo("422 invalid-fields");
  }

  @Test
  void tellsALogWhoDoesNotAnswerAndWhy() {
    assertThat(Failure.line(new NoAnswer("posts-service", "the breaker is open")))
        .isEqualTo("posts-service: the breaker is open");
  }
}
