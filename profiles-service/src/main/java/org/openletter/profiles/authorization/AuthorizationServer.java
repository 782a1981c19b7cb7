package org.openletter.profiles.authorization;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import org.openletter.platform.secret.Secrets;
import org.openletter.platform.security.TokenKeys;
import org.openletter.platform.session.SignInSettings;
import org.openletter.profiles.account.Accounts;
import org.openletter.profiles.client.ClientSecrets;
import org.openletter.profiles.client.ScopeRules;
import org.openletter.profiles.key.SigningKeys;
import org.openletter.profiles.page.SecurityHeaders;
import org.openletter.profiles.session.SignedIn;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.oidc.web.authentication.OidcLogoutAuthenticationSuccessHandler;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.SecurityFilterChain;

/// Wires the authorization server: five endpoints, everything else of the library stays closed.
@Configuration(proxyBeanMethods = false)
class AuthorizationServer {

  @Bean
  AuthorizationServerSettings issuer(@Value("${openletter.origin}") String origin) {
    return AuthorizationServerSettings.builder().issuer(origin + "/id").build();
  }

  @Bean
  @Order(1)
  SecurityFilterChain authorizationChain(
      HttpSecurity http, SignedIn signedIn, EndOfSession endOfSession) {
    OidcLogoutAuthenticationSuccessHandler signedOut = new OidcLogoutAuthenticationSuccessHandler();
    signedOut.setLogoutHandler(endOfSession);
    SecurityHeaders.on(http)
        .securityMatcher(
            "/oauth2/authorize",
            "/oauth2/token",
            "/oauth2/revoke",
            "/oauth2/jwks",
            "/connect/logout",
            "/.well-known/openid-configuration",
            "/.well-known/oauth-authorization-server")
        .oauth2AuthorizationServer(server ->
            server
                .clientAuthentication(
                    c -> c.authenticationProviders(all -> all.forEach(this::adjust)))
                .authorizationEndpoint(
                    a -> a.authenticationProviders(all -> all.forEach(this::adjust)))
                .tokenEndpoint(t -> t.authenticationProviders(all -> all.forEach(this::adjust)))
                .oidc(oidc -> oidc.logoutEndpoint(l -> l.logoutResponseHandler(signedOut))))
        .securityContext(context -> context.securityContextRepository(signedIn))
        .requestCache(AbstractHttpConfigurer::disable)
        .exceptionHandling(e -> e.authenticationEntryPoint(new WhoAsks()))
        .authorizeHttpRequests(rules -> rules.anyRequest().authenticated());
    return http.build();
  }

  private void adjust(AuthenticationProvider provider) {
    switch (provider) {
      case ClientSecretAuthenticationProvider secrets ->
          secrets.setPasswordEncoder(new ClientSecrets());
      case OAuth2AuthorizationCodeRequestAuthenticationProvider signIn ->
          signIn.setAuthenticationValidator(
              new OAuth2AuthorizationCodeRequestAuthenticationValidator()
                  .andThen(ScopeRules::check));
      case OAuth2ClientCredentialsAuthenticationProvider own ->
          own.setAuthenticationValidator(
              new OAuth2ClientCredentialsAuthenticationValidator().andThen(ScopeRules::check));
      default -> {}
    }
  }

  // Only the newest key is offered for signing, so there is never a choice between two.
  @Bean
  OAuth2TokenGenerator<OAuth2Token> tokens(
      SigningKeys keys,
      TokenClaims claims,
      Accounts accounts,
      SignInSettings settings,
      Secrets secrets,
      Clock clock) {
    JwtGenerator signed =
        new JwtGenerator(
            new NimbusJwtEncoder((selector, _) -> selector.select(new JWKSet(keys.signing()))));
    signed.setJwtCustomizer(claims);
    return new DelegatingOAuth2TokenGenerator(
        signed, new RefreshTokens(accounts, settings, clock, secrets.read("signing.key")));
  }

  @Bean
  JWKSource<SecurityContext> publishedKeys(SigningKeys keys) {
    return (selector, _) -> selector.select(keys.published());
  }

  /// This service checks tokens with the same keys, without asking itself over the network.
  @Bean
  TokenKeys tokenKeys(JWKSource<SecurityContext> publishedKeys) {
    return () -> publishedKeys;
  }
}
