package org.openletter.gateway.door.signin;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import org.openletter.gateway.door.draft.Parked;
import org.openletter.gateway.door.person.FormTokens;
import org.openletter.gateway.door.person.SignedIn;
import org.openletter.gateway.door.session.Kept;
import org.openletter.gateway.door.session.RefreshLease;
import org.openletter.platform.secret.Secrets;
import org.openletter.platform.security.TokenKeys;
import org.openletter.platform.session.SignInSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;

/// Wires the gateway as a client of the platform's own authorization server.
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

  // Not discovered: the authorization server is reached through this gateway, which would have to
  // be up to
  // find itself. Browsers use the public addresses, the gateway the internal ones.
  @Bean
  ClientRegistration openletter(
      @Value("${openletter.origin}") String origin,
      @Value("${openletter.profiles-service.url}") String profiles,
      Secrets secrets) {
    return ClientRegistration.withRegistrationId("openletter")
        .clientId("gateway")
        .clientSecret(secrets.read("gateway.secret"))
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .redirectUri(origin + "/login/oauth2/code/openletter")
        .scope("openid")
        .issuerUri(origin + "/id")
        .authorizationUri(origin + "/id/oauth2/authorize")
        .tokenUri(profiles + "/oauth2/token")
        .jwkSetUri(profiles + "/oauth2/jwks")
        .userNameAttributeName(IdTokenClaimNames.SUB)
        .build();
  }

  @Bean
  ClientRegistrationRepository clientRegistrations(ClientRegistration openletter) {
    return new InMemoryClientRegistrationRepository(openletter);
  }

  @Bean
  BegunSignIns authorizationRequests(BegunCookie begun, ClientRegistration openletter) {
    return new BegunSignIns(begun, openletter);
  }

  @Bean
  TellWhatWaits tellWhatWaits(ClientRegistrationRepository clients, Parked parked) {
    return new TellWhatWaits(clients, parked);
  }

  @Bean
  KeptSignIn keptSignIn(
      Kept<SignedIn> signedIn, SignInSettings settings, FormTokens formTokens, Clock clock) {
    return new KeptSignIn(signedIn, settings, formTokens, clock);
  }

  // The platform's keys: look-ups are limited, and a short outage of the key endpoint does not
  // matter.
  @Bean
  JwtDecoderFactory<ClientRegistration> idTokens(TokenKeys keys) {
    return client -> {
      DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
      processor.setJWSKeySelector(
          new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys.source()));
      processor.setJWTClaimsSetVerifier((_, _) -> {});
      NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
      decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
      decoder.setJwtValidator(
          new DelegatingOAuth2TokenValidator<>(
              new JwtTimestampValidator(), new OidcIdTokenValidator(client)));
      return decoder;
    };
  }

  @Bean
  RestClientAuthorizationCodeTokenResponseClient codeExchange() {
    RestClientAuthorizationCodeTokenResponseClient client =
        new RestClientAuthorizationCodeTokenResponseClient();
    client.setRestClient(tokenEndpoint());
    return client;
  }

  @Bean
  ExchangeTokens exchangeTokens(
      RefreshLease lease,
      Kept<SignedIn> signedIn,
      ClientRegistration openletter,
      CircuitBreakerRegistry breakers,
      Clock clock) {
    RestClientRefreshTokenTokenResponseClient client =
        new RestClientRefreshTokenTokenResponseClient();
    client.setRestClient(tokenEndpoint());
    return new ExchangeTokens(
        lease, signedIn, openletter, client, breakers.circuitBreaker("profiles-service"), clock);
  }

  // The library's own client waits for ever.
  private static RestClient tokenEndpoint() {
    JdkClientHttpRequestFactory factory =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofMillis(500))
                .build());
    factory.setReadTimeout(Duration.ofSeconds(3));
    return RestClient.builder()
        .requestFactory(factory)
        .configureMessageConverters(converters ->
            converters
                .addCustomConverter(new FormHttpMessageConverter())
                .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
        .build();
  }
}
