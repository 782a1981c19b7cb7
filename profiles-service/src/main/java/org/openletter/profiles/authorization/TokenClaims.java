package org.openletter.profiles.authorization;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openletter.profiles.account.Account;
import org.openletter.profiles.account.Accounts;
import org.openletter.profiles.client.ScopeRules;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/// Says in a token who it is for and what it allows. A person's account is read anew for every
/// token, so a token never says what is no longer so.
@Component
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

  private static final List<String> SERVICES =
      List.of("posts-service", "comments-service", "profiles-service", "moderation-service");

  private final Accounts accounts;
  private final Clock clock;

  TokenClaims(Accounts accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  @Override
  public void customize(JwtEncodingContext context) {
    if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
      ofService(context.getClaims(), context.getAuthorizedScopes());
    } else {
      ofPerson(context);
    }
  }

  private static void ofService(JwtClaimsSet.Builder claims, Set<String> scopes) {
    claims.audience(listOf(ScopeRules.service(scopes)));
  }

  private void ofPerson(JwtEncodingContext context) {
    Account account = account(context.getPrincipal());
    JwtClaimsSet.Builder claims = context.getClaims();
    claims
        .claim("handle", account.handle().value())
        .claim("name", account.name())
        .claim("roles", new ArrayList<>(account.activeRoles()))
        .claim("joined", account.joinedOn().toString());
    if (account.withoutLeaveKey()
        && OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
      // For the gateway alone: no service shows a page.
      claims.claim("without_leave_key", true);
    }
    if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
      // What services may do on their own never stands in a person's token.
      claims.audience(new ArrayList<>(SERVICES)).claims(c -> c.remove(OAuth2ParameterNames.SCOPE));
      issuedAfter(claims, account);
    }
  }

  // A token made in the very second in which older ones stopped counting is a new one.
  private void issuedAfter(JwtClaimsSet.Builder claims, Account account) {
    Instant since = account.tokensSince();
    if (since != null && clock.instant().isBefore(since)) {
      claims.claim(JwtClaimNames.IAT, since);
    }
  }

  private Account account(@Nullable Authentication person) {
    return Optional.ofNullable(person)
        .flatMap(someone -> accounts.byId(someone.getName()))
        .filter(account -> account.standing().mayEnter())
        .orElseThrow(() ->
            new OAuth2AuthenticationException(
                new OAuth2Error(
                    OAuth2ErrorCodes.INVALID_GRANT, "This account is not open.", null)));
  }

  // The library's reader of stored claims knows no immutable lists.
  private static List<String> listOf(String one) {
    return new ArrayList<>(List.of(one));
  }
}
