package org.openletter.gateway.door.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.door.person.Person;
import org.openletter.gateway.door.session.SessionCookie;
import org.openletter.gateway.neighbour.profiles.PeopleClient;
import org.openletter.platform.problem.CallRefused;
import org.openletter.platform.problem.Failure;
import org.openletter.platform.problem.NoAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;

/// Ends the sign-in at the authorization server too, by a call of ours: no token stands in an
/// address. Where it does not answer, the tokens and its cookie are gone with this session all the
/// same.
@Component
class SignOut implements LogoutHandler, LogoutSuccessHandler {

  private static final Logger LOG = LoggerFactory.getLogger(SignOut.class);

  private final PeopleClient people;
  private final boolean secure;
  private final String cookie;

  SignOut(PeopleClient people, SessionCookie session) {
    this.people = people;
    this.secure = session.secure();
    this.cookie = secure ? "__Host-id" : "id";
  }

  @Override
  public void logout(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication) {
    if (!(authentication instanceof Person)) {
      return;
    }
    try {
      people.signOut(new PeopleClient.Session(itsCookie(request)));
    } catch (NoAnswer | CallRefused failed) {
      LOG.warn("signed out here alone: {}", Failure.line(failed));
    }
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(cookie, "")
            .path("/")
            .httpOnly(true)
            .secure(secure)
            .sameSite("Lax")
            .maxAge(0)
            .build()
            .toString());
    LOG.info("signed out");
  }

  private @Nullable String itsCookie(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? null
        : Arrays.stream(cookies)
            .filter(one -> one.getName().equals(cookie))
            .map(Cookie::getValue)
            .findFirst()
            .orElse(null);
  }

  @Override
  public void onLogoutSuccess(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication)
      throws IOException {
    response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
    response.sendRedirect("/");
  }
}
