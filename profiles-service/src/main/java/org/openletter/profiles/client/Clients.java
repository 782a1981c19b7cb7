package org.openletter.profiles.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.openletter.platform.secret.Secrets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/// Registers the applications from the configuration. There is no other way to register one.
@Configuration(proxyBeanMethods = false)
class Clients {

  @Bean
  RegisteredClientRepository registeredClients(
      ApplicationSettings settings,
      TokenLives tokens,
      Secrets secrets,
      @Value("${openletter.origin}") String origin) {
    List<RegisteredClient> clients = new ArrayList<>();
    settings
        .clients()
        .forEach((id, application) -> {
          String secret = ClientSecrets.hash(secrets.read(id + ".secret"));
          clients.add(client(id, application, secret, tokens, origin));
        });
    return new InMemoryRegisteredClientRepository(clients);
  }

  private static RegisteredClient client(
      String id,
      ApplicationSettings.Application application,
      String secret,
      TokenLives tokens,
      String origin) {
    RegisteredClient.Builder client =
        RegisteredClient.withId(id)
            .clientId(id)
            .clientSecret(secret)
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            .clientSettings(proofKey())
            // The gateway's are those of people.
            .tokenSettings(
                tokens(application.signIn() ? tokens.access() : tokens.ofServices(), tokens.code()))
            .scopes(all -> all.addAll(application.scopes()));
    if (!application.scopes().isEmpty()) {
      client.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS);
    }
    if (application.signIn()) {
      client
          .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
          .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
          .redirectUri(origin + "/login/oauth2/code/openletter")
          .postLogoutRedirectUri(origin + "/")
          .scope(OidcScopes.OPENID)
          .scope(OidcScopes.PROFILE);
    }
    return client.build();
  }

  private static ClientSettings proofKey() {
    return ClientSettings.builder()
        .requireProofKey(true)
        .requireAuthorizationConsent(false)
        .build();
  }

  private static TokenSettings tokens(Duration access, Duration code) {
    return TokenSettings.builder()
        .accessTokenTimeToLive(access)
        .authorizationCodeTimeToLive(code)
        .reuseRefreshTokens(false)
        .build();
  }
}
