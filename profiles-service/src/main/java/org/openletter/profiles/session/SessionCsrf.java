package org.openletter.profiles.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.security.MaskedTokens;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;

/// The token that every form of this service carries, kept in the session.
@Component
public class SessionCsrf implements CsrfTokenRepository {

  static final String TOKEN = "csrf";

  private final SecureRandom random = new SecureRandom();
  private final MaskedTokens masking = new MaskedTokens();

  SessionCsrf() {}

  /// Puts a new token into the session of this request and returns it.
  CsrfToken renew(HttpServletRequest request, HttpServletResponse response) {
    CsrfToken fresh = generateToken(request);
    saveToken(fresh, request, response);
    // On the page it looks different each time, as those that the filter hands out do.
    masking.handle(request, response, () -> fresh);
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken masked
        ? masked
        : fresh;
  }

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    return token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    if (token != null) {
      request.getSession().setAttribute(TOKEN, token.getToken());
      return;
    }
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.removeAttribute(TOKEN);
    }
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(TOKEN) instanceof String known
        ? token(known)
        : null;
  }

  private static CsrfToken token(String value) {
    return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", value);
  }
}
