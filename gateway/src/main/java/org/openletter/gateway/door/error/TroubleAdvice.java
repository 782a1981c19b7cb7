package org.openletter.gateway.door.error;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.openletter.gateway.door.person.Person;
import org.openletter.platform.problem.BodyTooLarge;
import org.openletter.platform.problem.CallRefused;
import org.openletter.platform.problem.Failure;
import org.openletter.platform.problem.NoAnswer;
import org.openletter.platform.problem.NotSignedIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/// Turns what a controller did not foresee into a trouble that is told.
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class TroubleAdvice {

  private static final Logger LOG = LoggerFactory.getLogger(TroubleAdvice.class);

  private static final long LARGEST_IMPORT = 32L << 20;

  private final Troubles troubles;

  TroubleAdvice(Troubles troubles) {
    this.troubles = troubles;
  }

  @ExceptionHandler
  void answer(Exception failure, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    troubles.tell(request, response, trouble(failure, request));
  }

  /// What to say about a failure.
  private static Trouble trouble(Exception failure, HttpServletRequest request) {
    BodyTooLarge tooLarge = Failure.cause(failure, BodyTooLarge.class);
    if (tooLarge != null) {
      return Trouble.tooLarge(tooLarge.limit());
    }
    NoAnswer noAnswer = Failure.noAnswer(failure, "gateway").orElse(null);
    if (noAnswer != null) {
      LOG.warn("no answer from {}: {}", noAnswer.service(), noAnswer.getMessage());
      Failure.remember(request, noAnswer);
      return Away.trouble(noAnswer, request);
    }
    Integer unreadable = Failure.unreadable(failure).orElse(null);
    if (unreadable != null) {
      return ofStatus(unreadable);
    }
    return switch (failure) {
      case CallRefused refused -> refused(refused, request);
      case NotSignedIn _ -> Trouble.signInFirst(Asked.signInFrom(request));
      case MaxUploadSizeExceededException _ -> Trouble.tooLarge(LARGEST_IMPORT);
      case ErrorResponse known -> ofStatus(known.getStatusCode().value());
      case org.springframework.http.converter.HttpMessageNotReadableException _ ->
          Trouble.unreadable();
      case org.springframework.beans.TypeMismatchException _ -> Trouble.unreadable();
      default -> {
        LOG.error("unforeseen at {}", request.getMethod(), Failure.withoutWords(failure));
        yield Trouble.ourFault();
      }
    };
  }

  // A controller that has something better to say about a refusal catches it itself.
  private static Trouble refused(CallRefused refused, HttpServletRequest request) {
    return switch (refused.status()) {
      case 401 ->
          Away.isWithoutToken(request)
              ? Away.trouble(Away.noToken(), request)
              : Trouble.signedOut(Asked.signInFrom(request));
      case 403 ->
          !Asked.onlyReads(request) && Person.waitsForStaff()
              ? Trouble.mayNotWrite()
              : Trouble.roleMissing();
      case 404 -> Trouble.nothingHere();
      case 410 -> Trouble.withdrawn(refused.detail());
      case 429 -> Trouble.tooMany(refused.retryAfter().orElse(java.time.Duration.ofMinutes(1)));
      case 400, 409, 413, 415, 422 ->
          new Trouble(
              HttpStatus.valueOf(refused.status()),
              refused.type(),
              "This was not accepted",
              refused.detail(),
              null);
      default -> {
        LOG.error("a neighbour refused a call: {} {}", refused.status(), refused.type());
        yield Trouble.ourFault();
      }
    };
  }

  static Trouble ofStatus(int status) {
    return switch (status) {
      case 401 -> Trouble.signInFirst("/sign-in");
      case 403 -> Trouble.roleMissing();
      case 404 -> Trouble.nothingHere();
      case 405 -> Trouble.wrongMethod();
      case 410 -> Trouble.withdrawn("It was withdrawn by its writer.");
      case 413 -> Trouble.tooLarge(1L << 20);
      case 415 -> Trouble.otherType();
      case 503 -> Trouble.noAnswer();
      default -> status >= 400 && status < 500 ? Trouble.unreadable() : Trouble.ourFault();
    };
  }
}
