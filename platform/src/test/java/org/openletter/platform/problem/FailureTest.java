package org.openletter.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

class FailureTest {

  private static final String SENT = "dup key: { email: \"rosa@example.org\" }";

  @Test
  void whatWasSentWrongIsNoFaultOfOurs() {
    assertThat(Failure.unreadable(new IllegalStateException(new RequestRejectedException("x"))))
        .contains(400);
    assertThat(Failure.unreadable(new MultipartException("no form in parts"))).contains(415);
    assertThat(Failure.unreadable(new MultipartException("cut", new IOException("cut"))))
        .contains(400);
    assertThat(Failure.unreadable(new MaxUploadSizeExceededException(1))).isEmpty();
    assertThat(Failure.unreadable(new IllegalStateException("ours"))).isEmpty();
  }

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
