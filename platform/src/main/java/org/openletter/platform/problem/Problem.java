package org.openletter.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/// Answers that say what went wrong (RFC 9457): `type` is `/problems/` and a stable word, `detail`
/// is a sentence for a person that says what to do next. No exception message ever gets in here.
public final class Problem {

  /// The type of a refusal for now by a service that is well.
  public static final String BUSY = "busy";

  /// The type of a 503 when a service answers and its database does not.
  public static final String DATABASE_AWAY = "database-away";

  /// Neighbours and databases restart in seconds.
  public static final Duration SOON = Duration.ofSeconds(5);

  private Problem() {}

  /// Answers with one sentence.
  public static <T> ResponseEntity<T> of(HttpStatusCode status, String type, String detail) {
    return answer(detail(status, type, detail), new HttpHeaders());
  }

  /// Answers 503 and names what does not answer: a service, or its database.
  public static <T> ResponseEntity<T> noAnswer(NoAnswer noAnswer, HttpServletRequest request) {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds(SOON)));
    return answer(detail(noAnswer, request), headers);
  }

  /// The body of a 503 that names what does not answer, for filters that write it themselves.
  public static ProblemDetail detail(NoAnswer noAnswer, HttpServletRequest request) {
    ProblemDetail problem =
        detail(
            HttpStatus.SERVICE_UNAVAILABLE,
            noAnswer.ofDatabase() ? DATABASE_AWAY : "no-answer",
            (noAnswer.ofDatabase() ? "The database of " : "")
                + noAnswer.service()
                + " does not answer. Try again in a minute."
                + unsure(request));
    problem.setProperty("service", noAnswer.service());
    return problem;
  }

  /// What is to be said of a change that failed on the way; nothing when nothing was to be changed.
  public static String unsure(HttpServletRequest request) {
    return switch (request.getMethod()) {
      case "GET", "HEAD", "OPTIONS", "TRACE" -> "";
      default -> " Whether this was done is not known: look before you send it again.";
    };
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
  static <T> ResponseEntity<T> answer(ProblemDetail problem, HttpHeaders headers) {
    return (ResponseEntity<T>)
        ResponseEntity.status(problem.getStatus())
            .headers(headers)
            .contentType(MediaType.APPLICATION_PROBLEM_JSON)
            .body(problem);
  }
}
