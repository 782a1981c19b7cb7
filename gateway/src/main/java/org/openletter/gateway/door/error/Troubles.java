package org.openletter.gateway.door.error;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.door.form.Form;
import org.openletter.gateway.door.form.SentForm;
import org.openletter.gateway.door.viewer.Viewers;
import org.openletter.gateway.look.page.Page;
import org.openletter.gateway.look.page.Pages;
import org.openletter.gateway.look.page.Viewer;
import org.openletter.platform.problem.Problem;
import org.openletter.templates.gateway.Templates;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Tells about a trouble in the form that was asked for: a page, a part of a page, or a problem.
/// When a form was sent that may come back, the answer carries it as it was filled in, with a token
/// that is good now: whatever went wrong, nobody has to write again.
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
  /// @param inPlace whether it is to stand where the form was
  public record Told(
      HttpStatus status, MediaType type, String body, @Nullable Long retryAfter, boolean inPlace) {}

  /// Puts it into words, as a page, a part of a page or a problem.
  public Told told(HttpServletRequest request, Trouble trouble) {
    Long wait = trouble.retryAfter().orElse(null);
    if (Asked.forApi(request)) {
      ProblemDetail problem = Problem.detail(trouble.status(), trouble.type(), trouble.alone());
      return new Told(trouble.status(), PROBLEM, json.writeValueAsString(problem), wait, false);
    }
    Viewer viewer = viewers.atOnce(request);
    SentForm sent = sent(request, viewer).orElse(null);
    if (!Asked.forFragment(request)) {
      Page page = pages.page(viewer, trouble.title()).styled("thread");
      return new Told(
          trouble.status(), PAGE, templates.errorWhole(page, trouble, sent).render(), wait, false);
    }
    if (sent == null || !sent.form().isAnsweredInPlace()) {
      return new Told(trouble.status(), PAGE, templates.errorPart(trouble).render(), wait, false);
    }
    String problem = trouble.title() + ". " + trouble.sentence();
    return new Told(
        trouble.status(),
        PAGE,
        templates.formAgain(viewer, sent, place(sent), problem, null).render(),
        wait,
        true);
  }

  /// What was sent and can be shown again. What needs no more than a press is offered only to
  /// somebody who may press.
  private static Optional<SentForm> sent(HttpServletRequest request, Viewer viewer) {
    return SentForm.in(request, Asked.path(request))
        .filter(sent -> !sent.isBlank() || !sent.form().isKept())
        .filter(sent -> viewer.isSignedIn() || sent.form().isKept());
  }

  /// The name of the form on the page that its script is on.
  private static String place(SentForm sent) {
    String parent = sent.text("parentId");
    return sent.form() == Form.RESPONSE
        ? parent.isEmpty() ? "respond" : "reply-" + parent
        : "again";
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
    if (told.inPlace()) {
      response.setHeader("Part", "true");
    }
    byte[] body = told.body().getBytes(StandardCharsets.UTF_8);
    response.setContentType(told.type().toString());
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
