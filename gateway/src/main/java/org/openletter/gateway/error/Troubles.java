package org.openletter.gateway.error;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.openletter.gateway.page.Pages;
import org.openletter.gateway.viewer.Viewers;
import org.openletter.platform.problem.Problem;
import org.openletter.templates.gateway.Templates;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Tells about a trouble in the form that was asked for: a page, a part of a page, or a problem.
@Component
public class Troubles {

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

  /// Writes the whole answer.
  public void tell(HttpServletRequest request, HttpServletResponse response, Trouble trouble)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    response.setStatus(trouble.status().value());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    trouble
        .retryAfter()
        .ifPresent(s -> response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(s)));
    if (Asked.forApi(request)) {
      problem(response, trouble);
    } else if (Asked.forFragment(request)) {
      html(response, templates.errorPart(trouble));
    } else {
      html(
          response,
          templates.errorWhole(pages.page(viewers.atOnce(request), trouble.title()), trouble));
    }
  }

  private void problem(HttpServletResponse response, Trouble trouble) throws IOException {
    ProblemDetail body = Problem.detail(trouble.status(), trouble.type(), trouble.sentence());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding("UTF-8");
    response.getOutputStream().write(json.writeValueAsBytes(body));
  }

  private static void html(HttpServletResponse response, JteModel filled) throws IOException {
    Utf8ByteOutput bytes = new Utf8ByteOutput();
    filled.render(bytes);
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(bytes.getContentLength());
    bytes.writeTo(response.getOutputStream());
  }
}
