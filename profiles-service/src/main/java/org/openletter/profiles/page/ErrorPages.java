package org.openletter.profiles.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.openletter.platform.problem.Problem;
import org.openletter.templates.profiles.Templates;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/// Says what happened where nothing else could: a page for browsers, a problem for programs.
@Controller
class ErrorPages implements ErrorController {

  private final Pages pages;
  private final Templates templates;

  ErrorPages(Pages pages, Templates templates) {
    this.pages = pages;
    this.templates = templates;
  }

  @RequestMapping(path = "/error", produces = "text/html")
  View page(HttpServletRequest request) {
    HttpStatus status = status(request);
    // Every form here comes with a cookie; a browser that brings none back keeps none.
    boolean noCookies = status == HttpStatus.FORBIDDEN && request.getCookies() == null;
    Words words = noCookies ? Words.NO_COOKIES : Words.of(status);
    return Pages.html(status, templates.pageTrouble(trouble(words)));
  }

  @RequestMapping("/error")
  ResponseEntity<Object> problem(HttpServletRequest request) {
    HttpStatus status = status(request);
    Words words = Words.of(status);
    return Problem.of(status, words.type, words.sentence);
  }

  private TroublePage trouble(Words words) {
    return new TroublePage(pages.frame(words.title), words.sentence);
  }

  private static HttpStatus status(HttpServletRequest request) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus status = code instanceof Integer known ? HttpStatus.resolve(known) : null;
    // Asked for without any error: there is no such page.
    return status == null || !status.isError() ? HttpStatus.NOT_FOUND : status;
  }

  private enum Words {
    BAD(
        400,
        "unreadable",
        "This did not work",
        "What was asked for is not complete or too old. Go back to the site and begin again."),
    FORBIDDEN(
        403,
        "old-form",
        "This form is too old",
        "It was opened too long ago, or in another window. Nothing was changed. Open it again."),
    // Told apart by the request, never by its status.
    NO_COOKIES(
        0,
        "no-cookies",
        "Your browser keeps no cookies",
        "Signing in needs one cookie of this site. Nothing was changed. Allow cookies for this site,"
            + " then open the page again."),
    NOT_FOUND(404, "not-found", "Nothing here", "There is no page at this address."),
    METHOD(405, "method", "This did not work", "This address does not do that."),
    OTHER(
        500,
        "unforeseen",
        "This did not work",
        "Something went wrong on our side. It was noted. Try again in a minute.");

    private final int code;
    private final String type;
    private final String title;
    private final String sentence;

    Words(int code, String type, String title, String sentence) {
      this.code = code;
      this.type = type;
      this.title = title;
      this.sentence = sentence;
    }

    private static Words of(HttpStatus status) {
      for (Words words : values()) {
        if (words.code == status.value()) {
          return words;
        }
      }
      return status.is4xxClientError() ? BAD : OTHER;
    }
  }
}
