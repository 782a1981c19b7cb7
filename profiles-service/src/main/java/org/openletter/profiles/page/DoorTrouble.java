package org.openletter.profiles.page;

import com.mongodb.MongoException;
import java.time.Duration;
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
  View noDatabase(MongoException failed) {
    LOG.error("the database does not answer: {}", failed.getMessage());
    return later(
        Duration.ofSeconds(30), "Signing in does not work right now. Try again in a minute.");
  }

  @ExceptionHandler
  View unforeseen(RuntimeException failure) {
    LOG.error("unforeseen", failure);
    return Pages.html(
        HttpStatus.INTERNAL_SERVER_ERROR,
        templates.pageTrouble(
            new TroublePage(
                pages.frame("This did not work"),
                "Something went wrong on our side. Nothing was changed. Try again in a minute.")));
  }

  private View later(Duration wait, String sentence) {
    return pages.retryLater(
        HttpStatus.SERVICE_UNAVAILABLE,
        wait,
        templates.pageTrouble(new TroublePage(pages.frame("Please try again"), sentence)));
  }
}
