package org.openletter.profiles.authorization;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.openletter.profiles.account.Account;
import org.openletter.profiles.account.Accounts;
import org.openletter.profiles.session.SignInSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/// Makes refresh tokens that never outlive the sign-in they come from. The library gives every
/// rotated token a full life of its own; here each one inherits the end of the one before, so a
/// family has an absolute end. It comes nearer when its person has become staff.
class RefreshTokens implements OAuth2TokenGenerator<OAuth2RefreshToken> {

  private final Accounts accounts;
  private final SignInSettings settings;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  RefreshTokens(Accounts accounts, SignInSettings settings, Clock clock) {
    this.accounts = accounts;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public @Nullable OAuth2RefreshToken generate(OAuth2TokenContext context) {
    Authentication person = context.getPrincipal();
    if (!OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType()) || person == null) {
      return null;
    }
    boolean staff = accounts.byId(person.getName()).map(Account::staff).orElse(false);
    Instant now = clock.instant();
    Instant end = now.plus(settings.most(staff));
    Instant inherited = inherited(context.getAuthorization());
    byte[] bytes = new byte[48];
    random.nextBytes(bytes);
    return new OAuth2RefreshToken(
        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
        now,
        inherited != null && inherited.isBefore(end) ? inherited : end);
  }

  private static @Nullable Instant inherited(@Nullable OAuth2Authorization authorization) {
    OAuth2Authorization.Token<OAuth2RefreshToken> before =
        authorization == null ? null : authorization.getRefreshToken();
    return before == null ? null : before.getToken().getExpiresAt();
  }
}
