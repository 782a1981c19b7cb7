package org.openletter.gateway.look.page;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.util.UriComponentsBuilder;

/// Begins pages and turns filled templates into answers.
@Component
public class Pages {

  private final Site site;
  private final Clock clock;

  Pages(Site site, Clock clock) {
    this.site = site;
    this.clock = clock;
  }

  /// A plain page for this viewer; its `with` methods add the rest.
  public Page page(Viewer viewer, String title) {
    return new Page(
        site,
        viewer,
        title,
        null,
        null,
        Place.ELSEWHERE,
        false,
        false,
        List.of(),
        List.of("leave", "menu", "times"),
        clock.instant());
  }

  /// A filled template as a 200.
  public static View html(JteModel filled) {
    return html(HttpStatus.OK, filled);
  }

  /// A filled template with another status.
  public static View html(HttpStatusCode status, JteModel filled) {
    return new Html(status, filled);
  }

  /// The address that this one stands for: a 302, as for a letter asked for under an old name.
  public static View moved(String address) {
    return new Elsewhere(HttpStatus.FOUND, address);
  }

  /// Where to look after a form was sent: a 303.
  public static View seeOther(String address) {
    return new Elsewhere(HttpStatus.SEE_OTHER, address);
  }

  /// A filled template that htmx puts into a page. The header tells our script that this is such a
  /// part and not, say, the sign-in page that a session's end led to.
  public static View part(HttpStatusCode status, JteModel filled) {
    return (model, request, response) -> {
      response.setHeader("Part", "true");
      response.setHeader("Cache-Control", "no-store");
      new Html(status, filled).render(Map.of(), request, response);
    };
  }

  /// Writes the whole page at once, because a length lets a connection be used again.
  private record Html(HttpStatusCode status, JteModel filled) implements View {

    @Override
    public void render(
        @Nullable Map<String, ?> unused, HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      var bytes = new Utf8ByteOutput();
      filled.render(bytes);
      response.setStatus(status.value());
      response.setContentType("text/html;charset=UTF-8");
      response.setContentLength(bytes.getContentLength());
      bytes.writeTo(response.getOutputStream());
    }
  }

  /// Leads to another address of this site, without a host: whoever stands in front may have one of
  /// his own.
  private record Elsewhere(HttpStatus status, String address) implements View {

    @Override
    public void render(
        @Nullable Map<String, ?> unused, HttpServletRequest request, HttpServletResponse response) {
      response.setStatus(status.value());
      response.setHeader(
          "Location", UriComponentsBuilder.fromUriString(address).encode().toUriString());
    }
  }
}
