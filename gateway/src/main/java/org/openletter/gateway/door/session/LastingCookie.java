package org.openletter.gateway.door.session;

import jakarta.servlet.http.HttpSession;
import org.openletter.platform.session.SignInSettings;
import org.springframework.session.web.http.DefaultCookieSerializer;

/// Writes the cookie of a signed-in person so that it outlives the browser's window, as her session
/// does; a stranger's goes with the window.
final class LastingCookie extends DefaultCookieSerializer {

  private final SignInSettings settings;

  LastingCookie(SignInSettings settings) {
    this.settings = settings;
  }

  @Override
  public void writeCookieValue(CookieValue cookie) {
    HttpSession session = cookie.getRequest().getSession(false);
    boolean lasting =
        !cookie.getCookieValue().isEmpty()
            && session != null
            && session.getMaxInactiveInterval() >= settings.idle().toSeconds();
    if (lasting) {
      cookie.setCookieMaxAge((int) settings.most().toSeconds());
    }
    super.writeCookieValue(cookie);
  }
}
