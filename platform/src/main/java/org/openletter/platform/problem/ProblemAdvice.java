package org.openletter.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/// Turns what a controller did not foresee into a problem with a sentence.
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
public class ProblemAdvice extends ResponseEntityExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  private final String service;

  /// @param service the name of this service, which is named when its database does not answer
  public ProblemAdvice(String service) {
    this.service = service;
  }

  @ExceptionHandler(NotSignedIn.class)
  ResponseEntity<Object> signInFirst() {
    return Refusal.SIGN_IN_FIRST.answer();
  }

  @ExceptionHandler
  ResponseEntity<Object> tooLarge(BodyTooLarge tooLarge) {
    return Problem.of(
        HttpStatus.CONTENT_TOO_LARGE,
        "too-large",
        "This is larger than the %d kB that are accepted here.".formatted(tooLarge.limit() / 1024));
  }

  @ExceptionHandler
  ResponseEntity<Object> noAnswer(NoAnswer noAnswer, HttpServletRequest request) {
    LOG.warn("no answer from {}: {}", noAnswer.service(), noAnswer.getMessage());
    return Problem.noAnswer(noAnswer, request);
  }

  @ExceptionHandler
  ResponseEntity<Object> refused(CallRefused refused, HttpServletRequest request) {
    LOG.error("a neighbour refused a call: {} {}", refused.status(), refused.type());
    return Problem.of(
        HttpStatus.BAD_GATEWAY,
        "refused-inside",
        "The parts of this site did not understand each other. It was noted."
            + Problem.unsure(request));
  }

  @ExceptionHandler
  ResponseEntity<Object> unforeseen(RuntimeException failure, HttpServletRequest request) {
    BodyTooLarge tooLarge = Failure.cause(failure, BodyTooLarge.class);
    if (tooLarge != null) {
      return tooLarge(tooLarge);
    }
    NoAnswer noAnswer = Failure.noAnswer(failure, service).orElse(null);
    if (noAnswer != null) {
      return noAnswer(noAnswer, request);
    }
    Integer unreadable = Failure.unreadable(failure).orElse(null);
    if (unreadable != null) {
      ProblemDetail problem = known(HttpStatusCode.valueOf(unreadable));
      return ResponseEntity.status(unreadable)
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .body(problem);
    }
    LOG.error("unforeseen", Failure.withoutWords(failure));
    return Problem.of(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "unforeseen",
        "Something went wrong on our side. It was noted." + Problem.unsure(request));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException invalid,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    List<FieldProblem> fields =
        invalid.getFieldErrors().stream()
            .map(e -> new FieldProblem(e.getField(), sentence(e.getDefaultMessage())))
            .toList();
    return Refusal.fields(fields).answer();
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
      HandlerMethodValidationException invalid,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return Problem.of(
        HttpStatus.UNPROCESSABLE_CONTENT, "invalid-fields", "Please check what you sent.");
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception failure,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    BodyTooLarge tooLarge = Failure.cause(failure, BodyTooLarge.class);
    if (tooLarge != null) {
      return tooLarge(tooLarge);
    }
    return ResponseEntity.status(status)
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(known(status));
  }

  /// The problem of a status that says all by itself.
  static ProblemDetail known(HttpStatusCode status) {
    Known known = Known.of(status);
    return Problem.detail(status, known.type, known.sentence);
  }

  private static String sentence(@Nullable String message) {
    return message == null ? "Please check this field." : message;
  }

  private enum Known {
    BAD_REQUEST(400, "unreadable", "This could not be read. Check its form and send it again."),
    NOT_FOUND(404, "not-found", "There is nothing at this address."),
    METHOD(405, "method", "This address does not do that."),
    ACCEPTABLE(406, "not-acceptable", "This is not available in the form you asked for."),
    TOO_LARGE(413, "too-large", "This is larger than what is accepted here."),
    MEDIA(415, "media-type", "This kind of content is not accepted here: send JSON as UTF-8."),
    UNAVAILABLE(503, "unavailable", "This is not available right now. Try again in a minute."),
    OTHER(500, "unforeseen", "Something went wrong on our side. It was noted.");

    private final int status;
    private final String type;
    private final String sentence;

    Known(int status, String type, String sentence) {
      this.status = status;
      this.type = type;
      this.sentence = sentence;
    }

    private static Known of(HttpStatusCode status) {
      for (Known known : values()) {
        if (known.status == status.value()) {
          return known;
        }
      }
      return status.is4xxClientError() ? BAD_REQUEST : OTHER;
    }
  }
}
