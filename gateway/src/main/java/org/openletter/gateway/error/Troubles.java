package org.openletter.gateway.error;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.page.Pages;
import org.openletter.gateway.viewer.Viewers;
import org.openletter.platform.problem.Problem;
import org.openletter.templates.gateway.Templates;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Tells about a trouble in the form that was asked for: a page, a part of a page, or a problem.
@Component
public class Troubles {

  private static final MediaType PAGE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
  private static final MediaType PROBLEM =
      new MediaType(MediaType.APPLICATION_PROBLEM_JSON, StandardCharsets.UTF_8);

  private final Pages pages;
  private final Templates templates;
  private final Viewers viewers;
  private final JsonMapper json;

  Troubles(Pages pages, Templates templates, Viewers viewers, JsonMapper json) {
    this.pages = pages;
    this.templates = templates;
    this.viewers = viewers;
    this.json = json;
  }

  /// A whole answer.
  ///
  /// @param retryAfter seconds to wait, or null
  public record Told(HttpStatus status, MediaType type, String body, @Nullable Long retryAfter) {}

  /// Puts it into words, as a page, a part of a page or a problem.
  public Told told(HttpServletRequest request, Trouble trouble) {
    Long wait = trouble.retryAfter().orElse(null);
    if (Asked.forApi(request)) {
      ProblemDetail problem = Problem.detail(trouble.status(), trouble.type(), trouble.sentence());
      return new Told(trouble.status(), PROBLEM, json.writeValueAsString(problem), wait);
    }
    JteModel filled =
        Asked.forFragment(request)
            ? templates.errorPart(trouble)
            : templates.errorWhole(pages.page(viewers.atOnce(request), trouble.title()), trouble);
    return new Told(trouble.status(), PAGE, filled.render(), wait);
  }

  /// Writes the whole answer.
  public void tell(HttpServletRequest request, HttpServletResponse response, Trouble trouble)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    Told told = told(request, trouble);
    response.resetBuffer();
    response.setStatus(told.status().value());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (told.retryAfter() != null) {
      response.setHeader(HttpHeaders.RETRY_AFTER, told.retryAfter().toString());
    }
    byte[] body = told.body().getBytes(StandardCharsets.UTF_8);
    response.setContentType(told.type().toString());
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
