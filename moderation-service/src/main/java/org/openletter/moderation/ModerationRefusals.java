package org.openletter.moderation;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

import org.openletter.platform.problem.Problem;
import org.openletter.platform.problem.Refusal;

/// All that this service refuses, each with its answer.
public final class ModerationRefusals {

  /// There is none, or it is about somebody else.
  public static final Refusal NO_SUCH_STATEMENT =
      Refusal.of(NOT_FOUND, "no-such-statement", "There is no such statement.");

  public static final Refusal NOT_SCREENED =
      Refusal.of(
              SERVICE_UNAVAILABLE,
              "not-screened",
              "This text could not be looked at just now. Ask again later.")
          .retryAfter(Problem.SOON);

  private ModerationRefusals() {}

  /// More responses in one question than a page shows.
  public static Refusal tooManyComments(int most) {
    return Refusal.of(BAD_REQUEST, "too-many", "Ask for at most " + most + " responses.");
  }
}
