package org.openletter.profiles.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.openletter.platform.problem.Failure;
import org.openletter.platform.problem.NoAnswer;
import org.openletter.platform.problem.Problem;
import org.openletter.profiles.password.PasswordsBusy;
import org.openletter.templates.profiles.Templates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.View;

/// Tells on a page what a page could not do.
@ControllerAdvice(assignableTypes = Door.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class DoorTrouble {

  private static final Logger LOG = LoggerFactory.getLogger(DoorTrouble.class);

  private final Pages pages;
  private final Templates templates;

  DoorTrouble(Pages pages, Templates templates) {
    this.pages = pages;
    this.templates = templates;
  }

  @ExceptionHandler
  View busy(PasswordsBusy busy) {
    return later(
        PasswordsBusy.RETRY_AFTER,
        "Many people are signing in right now. Nothing was changed. Try again in a few seconds.");
  }

  @ExceptionHandler
  View unforeseen(RuntimeException failure, HttpServletRequest request) {
    NoAnswer noAnswer = Failure.noAnswer(failure, "profiles-service").orElse(null);
    if (noAnswer != null) {
      LOG.warn("no answer from {}: {}", noAnswer.service(), noAnswer.getMessage());
      return later(Problem.SOON, PageOrProblem.sentence(noAnswer, request));
    }
    Integer unreadable = Failure.unreadable(failure).orElse(null);
    if (unreadable != null) {
      return trouble(
          HttpStatus.valueOf(unreadable),
          "What was sent could not be read. Go back to the site and begin again.");
    }
    LOG.error("unforeseen", Failure.withoutWords(failure));
    return trouble(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "Something went wrong on our side. It was noted." + Problem.unsure(request));
  }

  private View trouble(HttpStatus status, String sentence) {
    return Pages.html(
        status, templates.pageTrouble(new TroublePage(pages.frame("This did not work"), sentence)));
  }

  private View later(Duration wait, String sentence) {
    return pages.retryLater(
        HttpStatus.SERVICE_UNAVAILABLE,
        wait,
        templates.pageTrouble(new TroublePage(pages.frame("Please try again"), sentence)));
  }
}
