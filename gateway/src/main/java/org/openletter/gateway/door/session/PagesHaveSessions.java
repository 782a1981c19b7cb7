package org.openletter.gateway.door.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.HttpSessionIdResolver;

/// Finds the session of a request by its cookie, but for files that are the same for everybody:
/// whoever asks there for a session gets none, so that a stylesheet costs no look into the database
/// and a page about a database that does not answer still looks like one.
final class PagesHaveSessions implements HttpSessionIdResolver {

  private static final Pattern FILE =
      Pattern.compile("/(css|js|fonts)/[^/]+|/favicon\\.ico|/robots\\.txt");

  private final CookieHttpSessionIdResolver cookies = new CookieHttpSessionIdResolver();

  PagesHaveSessions(CookieSerializer cookie) {
    cookies.setCookieSerializer(cookie);
  }

  @Override
  public List<String> resolveSessionIds(HttpServletRequest request) {
    return FILE.matcher(request.getRequestURI()).matches()
        ? List.of()
        : cookies.resolveSessionIds(request);
  }

  @Override
  public void setSessionId(
      HttpServletRequest request, HttpServletResponse response, String sessionId) {
    cookies.setSessionId(request, response, sessionId);
  }

  @Override
  public void expireSession(HttpServletRequest request, HttpServletResponse response) {
    cookies.expireSession(request, response);
  }
}
