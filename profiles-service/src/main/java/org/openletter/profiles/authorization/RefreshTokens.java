package org.openletter.profiles.authorization;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.secret.Hmac;
import org.openletter.platform.session.SignInSettings;
import org.openletter.profiles.account.Account;
import org.openletter.profiles.account.Accounts;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/// Makes refresh tokens that never outlive the sign-in they come from. The library gives every
/// rotated token a full life of its own; here each one inherits the end of the one before, so a
/// family has an absolute end. It comes nearer when its person has become staff.
///
/// The successor of a token is made from it with a key, so whoever exchanges a token again, because
/// the first answer came too late, gets the same successor and not a second one.
class RefreshTokens implements OAuth2TokenGenerator<OAuth2RefreshToken> {

  private final Accounts accounts;
  private final SignInSettings settings;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Hmac succession;

  RefreshTokens(Accounts accounts, SignInSettings settings, Clock clock, String secret) {
    this.succession = Hmac.sha384("refresh tokens\n" + secret);
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
    OAuth2RefreshToken before = before(context.getAuthorization());
    Instant inherited = before == null ? null : before.getExpiresAt();
    return new OAuth2RefreshToken(
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(before == null ? first() : succession.of(before.getTokenValue())),
        now,
        inherited != null && inherited.isBefore(end) ? inherited : end);
  }

  private byte[] first() {
    byte[] bytes = new byte[48];
    random.nextBytes(bytes);
    return bytes;
  }

  private static @Nullable OAuth2RefreshToken before(@Nullable OAuth2Authorization authorization) {
    OAuth2Authorization.Token<OAuth2RefreshToken> before =
        authorization == null ? null : authorization.getRefreshToken();
    return before == null ? null : before.getToken();
  }
}
