package org.openletter.profiles.authorization;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.openletter.profiles.session.WayBack;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/// Asks whoever did not say who he is: a person on her way in gets the sign-in page, an application
/// learns that it has to prove itself.
final class WhoAsks implements AuthenticationEntryPoint {

  private static final byte[] INVALID_CLIENT = "{\"error\":\"invalid_client\"}".getBytes(UTF_8);

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
      throws IOException {
    if (request.getServletPath().equals("/oauth2/authorize")) {
      response.sendRedirect(WayBack.signInFor(request));
      return;
    }
    response.setStatus(HttpStatus.UNAUTHORIZED.value());
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic");
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.getOutputStream().write(INVALID_CLIENT);
  }
}
