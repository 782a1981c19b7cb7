package org.openletter.platform.problem;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/// Answers that say what went wrong (RFC 9457): `type` is `/problems/` and a stable word, `detail`
/// is a sentence for a person that says what to do next. No exception message ever gets in here.
public final class Problem {

  private Problem() {}

  /// Answers with one sentence.
  public static <T> ResponseEntity<T> of(HttpStatusCode status, String type, String detail) {
    return answer(detail(status, type, detail), new HttpHeaders());
  }

  /// Answers with more facts beside the sentence, for example the newer state of a 409.
  public static <T> ResponseEntity<T> with(
      HttpStatusCode status, String type, String detail, Map<String, ?> extra) {
    ProblemDetail problem = detail(status, type, detail);
    extra.forEach(problem::setProperty);
    return answer(problem, new HttpHeaders());
  }

  /// Answers 422: the request was understood, but these fields cannot be accepted.
  public static <T> ResponseEntity<T> fields(List<FieldProblem> fields) {
    return with(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "invalid-fields",
        fields.isEmpty() ? "Please check what you wrote." : fields.getFirst().sentence(),
        Map.of("fields", fields));
  }

  /// Answers 429 or 503 with `Retry-After` in whole seconds, at least 1.
  public static <T> ResponseEntity<T> retryLater(
      HttpStatusCode status, String type, String detail, Duration retryAfter) {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds(retryAfter)));
    return answer(detail(status, type, detail), headers);
  }

  /// The body alone, for filters that write it themselves.
  public static ProblemDetail detail(HttpStatusCode status, String type, String detail) {
    ProblemDetail problem = ProblemDetail.forStatus(status);
    problem.setType(URI.create("/problems/" + type));
    problem.setDetail(detail);
    return problem;
  }

  /// Whole seconds to wait, rounded up, at least 1.
  public static long seconds(Duration wait) {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }

  // The body of an error is not the type that the happy path promises; the converter does not mind.
  @SuppressWarnings("unchecked")
  private static <T> ResponseEntity<T> answer(ProblemDetail problem, HttpHeaders headers) {
    return (ResponseEntity<T>)
        ResponseEntity.status(problem.getStatus())
            .headers(headers)
            .contentType(MediaType.APPLICATION_PROBLEM_JSON)
            .body(problem);
  }
}
