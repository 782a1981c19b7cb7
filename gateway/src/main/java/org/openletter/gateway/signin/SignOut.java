package org.openletter.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.person.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// After the session has ended here, ends it at the authorization server too, which leads back to
/// the home page.
@Component
class SignOut implements LogoutSuccessHandler {

  private static final Logger LOG = LoggerFactory.getLogger(SignOut.class);

  private final URI origin;

  SignOut(@Value("${openletter.origin}") URI origin) {
    this.origin = origin;
  }

  @Override
  public void onLogoutSuccess(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication)
      throws IOException {
    response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
    if (authentication instanceof Person person) {
      LOG.info("signed out");
      response.sendRedirect(
          UriComponentsBuilder.fromUriString(origin + "/id/connect/logout")
              .queryParam("id_token_hint", person.signedIn().idToken())
              .queryParam("post_logout_redirect_uri", origin + "/")
              .encode()
              .toUriString());
    } else {
      response.sendRedirect("/");
    }
  }
}
