package org.openletter.profiles.client;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;

/// Keeps the two kinds of tokens apart: what a person's sign-in may ask for, and what a service may
/// ask for on its own.
public final class ScopeRules {

  private static final Set<String> OF_PEOPLE = Set.of(OidcScopes.OPENID, OidcScopes.PROFILE);

  private ScopeRules() {}

  /// The one service that these scopes belong to. Throws `invalid_scope` when there are none, or
  /// scopes of several services, or one that is for people.
  public static String service(Set<String> scopes) {
    Set<String> services =
        scopes.stream().map(ScopeRules::prefix).collect(Collectors.toUnmodifiableSet());
    String service = services.size() == 1 ? services.iterator().next() : "";
    if (service.isEmpty()) {
      throw new OAuth2AuthenticationException(
          new OAuth2Error(
              OAuth2ErrorCodes.INVALID_SCOPE, "Ask for scopes of exactly one service.", null));
    }
    return service;
  }

  /// A service's request for its own token names scopes of exactly one service.
  public static void check(OAuth2ClientCredentialsAuthenticationContext context) {
    OAuth2ClientCredentialsAuthenticationToken request = context.getAuthentication();
    service(request.getScopes());
  }

  /// A sign-in never carries what a service may do on its own.
  public static void check(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
    OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
    if (!OF_PEOPLE.containsAll(request.getScopes())) {
      throw new OAuth2AuthorizationCodeRequestAuthenticationException(
          new OAuth2Error(OAuth2ErrorCodes.INVALID_SCOPE, "A sign-in asks for openid.", null),
          request);
    }
  }

  private static String prefix(String scope) {
    int dot = scope.indexOf('.');
    return dot < 0 ? "" : scope.substring(0, dot);
  }
}
