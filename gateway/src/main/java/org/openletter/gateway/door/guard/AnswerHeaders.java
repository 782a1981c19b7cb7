package org.openletter.gateway.door.guard;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/// Sets the headers that every answer carries: pages, errors, files, what a service said, and what
/// the container itself refuses. It is a valve because filters never see the last kind.
final class AnswerHeaders extends ValveBase {

  /// Nothing inline and nothing foreign, so it never changes.
  private static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final String NO_FEATURES =
      "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";

  private static final String HTTPS_FOR_A_YEAR = "max-age=31536000; includeSubDomains";

  private final boolean https;

  /// Headers of a site at this origin.
  AnswerHeaders(URI origin) {
    super(true);
    this.https = "https".equals(origin.getScheme());
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    response.setHeader("Content-Security-Policy", CONTENT_POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Permissions-Policy", NO_FEATURES);
    // Whatever may be kept says so itself.
    response.setHeader("Cache-Control", "no-store");
    if (https) {
      response.setHeader("Strict-Transport-Security", HTTPS_FOR_A_YEAR);
    }
    getNext().invoke(request, response);
  }
}
