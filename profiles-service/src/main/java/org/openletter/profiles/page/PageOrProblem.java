package org.openletter.profiles.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.openletter.platform.problem.NoAnswer;
import org.openletter.platform.problem.Problem;
import org.openletter.platform.problem.ProblemTrouble;
import org.openletter.platform.problem.TellsTrouble;
import org.openletter.templates.profiles.Templates;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Tells what went wrong outside every controller: on a page to browsers, which come here for
/// sign-in and authorization, and as a problem to programs.
@Component
class PageOrProblem implements TellsTrouble {

  private final Pages pages;
  private final Templates templates;
  private final ProblemTrouble problems;

  PageOrProblem(Pages pages, Templates templates, JsonMapper json) {
    this.pages = pages;
    this.templates = templates;
    this.problems = new ProblemTrouble(json);
  }

  @Override
  public void noAnswer(HttpServletRequest request, HttpServletResponse response, NoAnswer failure)
      throws IOException {
    if (!wantsPage(request)) {
      problems.noAnswer(request, response, failure);
      return;
    }
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Problem.seconds(Problem.SOON)));
    write(response, HttpStatus.SERVICE_UNAVAILABLE, "Please try again", sentence(failure, request));
  }

  @Override
  public void unreadable(HttpServletRequest request, HttpServletResponse response, int status)
      throws IOException {
    if (wantsPage(request)) {
      write(
          response,
          HttpStatus.valueOf(status),
          "This did not work",
          "What was sent could not be read. Go back to the site and begin again.");
    } else {
      problems.unreadable(request, response, status);
    }
  }

  /// What does not answer, and what to do.
  static String sentence(NoAnswer failure, HttpServletRequest request) {
    String what =
        failure.ofDatabase()
            ? "The database that keeps accounts does not answer"
            : failure.service() + " does not answer";
    return what
        + ", so signing in does not work right now. Try again in a minute."
        // Signing in changes nothing that somebody would have to look for.
        + (request.getRequestURI().equals("/id/login") ? "" : Problem.unsure(request));
  }

  private void write(HttpServletResponse response, HttpStatus status, String title, String sentence)
      throws IOException {
    String page = templates.pageTrouble(new TroublePage(pages.frame(title), sentence)).render();
    response.resetBuffer();
    response.setStatus(status.value());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setContentType("text/html;charset=UTF-8");
    response.getOutputStream().write(page.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static boolean wantsPage(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return accept != null && accept.contains("text/html");
  }
}
