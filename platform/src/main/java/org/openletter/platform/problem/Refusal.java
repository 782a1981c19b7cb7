package org.openletter.platform.problem;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/// Why something is not done, with its whole answer. Each service has one table of them, a use case
/// hands one back, and a controller only calls `answer`.
///
/// @param type a stable word
/// @param detail a sentence for a person that says what to do next
/// @param facts what stands beside the sentence, for example the newer state of a 409
/// @param after how long to wait before trying again; null where that changes nothing
public record Refusal(
    HttpStatus status, String type, String detail, Map<String, ?> facts, @Nullable Duration after) {

  /// Nobody is signed in, or the account of whoever was is gone.
  public static final Refusal SIGN_IN_FIRST =
      of(HttpStatus.UNAUTHORIZED, "sign-in-first", "Sign in first.");

  /// One sentence.
  public static Refusal of(HttpStatus status, String type, String detail) {
    return new Refusal(status, type, detail, Map.of(), null);
  }

  /// The request was understood, but these fields cannot be accepted: 422.
  public static Refusal fields(List<FieldProblem> fields) {
    String first = fields.isEmpty() ? "Please check what you wrote." : fields.getFirst().sentence();
    return of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-fields", first).with("fields", fields);
  }

  /// The same of one field.
  public static Refusal field(String field, String sentence) {
    return fields(List.of(new FieldProblem(field, sentence)));
  }

  /// The same with one more fact.
  public Refusal with(String name, Object fact) {
    Map<String, Object> more = new HashMap<>(facts);
    more.put(name, fact);
    return new Refusal(status, type, detail, Map.copyOf(more), after);
  }

  /// The same with `Retry-After`, in whole seconds, at least 1.
  public Refusal retryAfter(Duration wait) {
    return new Refusal(status, type, detail, facts, wait);
  }

  /// The answer.
  public <T> ResponseEntity<T> answer() {
    ProblemDetail problem = Problem.detail(status, type, detail);
    facts.forEach(problem::setProperty);
    HttpHeaders headers = new HttpHeaders();
    if (after != null) {
      headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Problem.seconds(after)));
    }
    return Problem.answer(problem, headers);
  }
}
