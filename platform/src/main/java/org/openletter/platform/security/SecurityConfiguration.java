package org.openletter.platform.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import org.openletter.platform.call.OwnTokens;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.databind.json.JsonMapper;

/// Checks tokens the same way everywhere, and guards the management port.
@AutoConfiguration(
    beforeName =
        "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration")
public class SecurityConfiguration {

  private static final long KEPT = Duration.ofMinutes(5).toMillis();
  // Fetched again before anybody waits for them: a service that hangs must not hold every request.
  private static final long AHEAD = Duration.ofSeconds(60).toMillis();
  private static final long WAIT = Duration.ofSeconds(2).toMillis();
  private static final long OUTAGE = Duration.ofHours(4).toMillis();

  // Spring Security does not limit look-ups of unknown keys; a flood of tokens with invented key
  // ids must not
  // become a flood of look-ups.
  @Bean
  @ConditionalOnMissingBean
  TokenKeys tokenKeys(@Value("${openletter.profiles-service.url}") String profiles)
      throws MalformedURLException {
    JWKSource<SecurityContext> source =
        JWKSourceBuilder.create(
                URI.create(profiles + "/oauth2/jwks").toURL(),
                new DefaultResourceRetriever(1000, 2000, 100_000))
            .cache(KEPT, WAIT)
            .refreshAheadCache(AHEAD, true)
            .rateLimited(1000)
            .outageTolerant(OUTAGE)
            .build();
    return () -> source;
  }

  @Bean
  @ConditionalOnMissingBean
  RevokedSubjects revokedSubjects(
      @Value("${openletter.profiles-service.url}") String profiles,
      OwnTokens tokens,
      JsonMapper json) {
    return new PolledRevocations(URI.create(profiles + "/internal/revocations"), tokens, json);
  }

  @Bean
  ServiceSecurity serviceSecurity(
      TokenKeys keys,
      RevokedSubjects revoked,
      @Value("${openletter.origin}") String origin,
      @Value("${spring.application.name}") String service,
      JsonMapper json) {
    return new ServiceSecurity(TokenCheck.decoder(keys, origin + "/id", service, revoked), json);
  }

  // Probes have no token and learn no more than up or down; everything else is for the gateway's
  // admin page.
  @Bean
  @Order(0)
  SecurityFilterChain management(
      HttpSecurity http,
      ServiceSecurity security,
      PathMappedEndpoints endpoints,
      @Value("${spring.application.name}") String service) {
    http.securityMatcher(EndpointRequest.toAnyEndpoint());
    String health =
        endpoints.getPath(org.springframework.boot.actuate.endpoint.EndpointId.of("health"));
    return security.chain(
        http,
        rules ->
            rules
                .requestMatchers(health + "/liveness", health + "/readiness")
                .permitAll()
                .requestMatchers(EndpointRequest.toAnyEndpoint())
                .hasAuthority("SCOPE_" + service + ".status"));
  }
}
