package org.openletter.profiles.authorization;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.openletter.profiles.account.SecurityLog;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/// Signing out ends both: the sign-in that the ID token belongs to, with its refresh token, and
/// this browser's session at the authorization server.
@Component
class EndOfSession implements LogoutHandler {

  private static final OAuth2TokenType ID_TOKEN = new OAuth2TokenType(TokenKind.ID.field());

  private final StoredAuthorizations authorizations;

  EndOfSession(StoredAuthorizations authorizations) {
    this.authorizations = authorizations;
  }

  @Override
  public void logout(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication) {
    if (!(authentication instanceof OidcLogoutAuthenticationToken signOut)) {
      return;
    }
    OidcIdToken idToken = signOut.getIdToken();
    OAuth2Authorization ended =
        idToken == null ? null : authorizations.findByToken(idToken.getTokenValue(), ID_TOKEN);
    if (ended != null) {
      authorizations.remove(ended);
      SecurityLog.event("signed-out", ended.getPrincipalName());
    }
    HttpSession session = request.getSession(false);
    if (session != null && signOut.isPrincipalAuthenticated()) {
      session.invalidate();
    }
  }
}
