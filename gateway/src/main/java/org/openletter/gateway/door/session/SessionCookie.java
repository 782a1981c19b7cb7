package org.openletter.gateway.door.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/// The one cookie of the gateway. Over https its name promises the browser that nobody but this
/// origin set it.
///
/// @param name `session`, or `__Host-session` over https
/// @param secure whether the browser may send it over https alone
public record SessionCookie(String name, boolean secure) {

  static SessionCookie at(URI origin) {
    boolean secure = "https".equals(origin.getScheme());
    return new SessionCookie(secure ? "__Host-session" : "session", secure);
  }

  /// Whether this request carries it, valid or not.
  public boolean isIn(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(name)) {
          return true;
        }
      }
    }
    return false;
  }
}
