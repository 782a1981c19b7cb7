package org.openletter.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

class RefusalTest {

  private static final Refusal CHANGED =
      Refusal.of(HttpStatus.CONFLICT, "letter-changed", "Compare the two texts first.");

  @Test
  void isAProblemWithATypeAndASentence() {
    ResponseEntity<Object> answer = CHANGED.answer();

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
    assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(answer.getHeaders().containsHeader(HttpHeaders.RETRY_AFTER)).isFalse();
    assertThat(body(answer).getType()).isEqualTo(URI.create("/problems/letter-changed"));
    assertThat(body(answer).getDetail()).isEqualTo("Compare the two texts first.");
    assertThat(body(answer).getProperties()).isNull();
  }

  @Test
  void hasFactsBesideTheSentenceAndLeavesTheTableAsItIs() {
    Refusal newer = CHANGED.with("newer", 2).with("state", "draft");

    assertThat(body(newer.answer()).getProperties())
        .containsEntry("newer", 2)
        .containsEntry("state", "draft");
    assertThat(CHANGED.facts()).isEmpty();
  }

  @Test
  void saysWhenToTryAgainInWholeSecondsAtLeastOne() {
    assertThat(retryAfter(Duration.ZERO)).isEqualTo("1");
    assertThat(retryAfter(Duration.ofMillis(1_001))).isEqualTo("2");
    assertThat(retryAfter(Duration.ofHours(19))).isEqualTo("68400");
  }

  @Test
  void namesTheFieldsAndSaysTheFirst() {
    List<FieldProblem> two =
        List.of(
            new FieldProblem("title", "Give it a title."), new FieldProblem("body", "Write it."));

    assertThat(body(Refusal.fields(two).answer()).getDetail()).isEqualTo("Give it a title.");
    assertThat(body(Refusal.fields(two).answer()).getProperties()).containsEntry("fields", two);
    assertThat(Refusal.fields(two).status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
    assertThat(Refusal.fields(two).type()).isEqualTo("invalid-fields");
    assertThat(Refusal.fields(List.of()).detail()).isEqualTo("Please check what you wrote.");
    assertThat(Refusal.field("title", "Give it a title."))
        .isEqualTo(Refusal.fields(two.subList(0, 1)));
  }

  private static String retryAfter(Duration wait) {
    return Objects.requireNonNull(
        CHANGED.retryAfter(wait).answer().getHeaders().getFirst(HttpHeaders.RETRY_AFTER));
  }

  private static ProblemDetail body(ResponseEntity<Object> answer) {
    return (ProblemDetail) Objects.requireNonNull(answer.getBody());
  }
}
