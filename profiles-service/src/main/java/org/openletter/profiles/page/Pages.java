package org.openletter.profiles.page;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.problem.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/// Begins pages and turns filled templates into answers.
@Component
public class Pages {

  private final URI leaveTo;

  Pages(@Value("${openletter.leave-to:https://www.wikipedia.org/}") URI leaveTo) {
    this.leaveTo = leaveTo;
  }

  /// The frame of a page with forms, which carry the way back.
  public Frame frame(String title, CsrfToken csrf, String back) {
    return new Frame(title, csrf.getToken(), back, leaveTo);
  }

  /// The frame of a page without forms.
  Frame frame(String title) {
    return new Frame(title, "", "", leaveTo);
  }

  /// A filled template.
  public static View html(HttpStatus status, JteModel filled) {
    return new Html(status, filled, null);
  }

  /// A filled template that says when to try again.
  public View retryLater(HttpStatus status, Duration wait, JteModel filled) {
    return new Html(status, filled, wait);
  }

  /// Sends the browser on after a form: a relative address, or one of the public origin.
  public static View seeOther(String address) {
    return (_, _, response) -> {
      response.setStatus(HttpStatus.SEE_OTHER.value());
      response.setHeader("Location", address);
    };
  }

  private record Html(HttpStatus status, JteModel filled, @Nullable Duration retryAfter)
      implements View {

    @Override
    public void render(
        @Nullable Map<String, ?> unused, HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      Utf8ByteOutput bytes = new Utf8ByteOutput();
      filled.render(bytes);
      response.setStatus(status.value());
      if (retryAfter != null) {
        response.setHeader("Retry-After", Long.toString(Problem.seconds(retryAfter)));
      }
      response.setContentType("text/html;charset=UTF-8");
      response.setContentLength(bytes.getContentLength());
      bytes.writeTo(response.getOutputStream());
    }
  }
}
