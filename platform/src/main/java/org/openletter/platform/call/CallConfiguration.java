package org.openletter.platform.call;

import feign.RequestInterceptor;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.openletter.platform.secret.Secrets;
import org.openletter.platform.worker.Worker;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.ClientHttpMessageConvertersCustomizer;
import org.springframework.cloud.openfeign.support.FeignHttpMessageConverters;
import org.springframework.cloud.openfeign.support.HttpMessageConverterCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import tools.jackson.databind.json.JsonMapper;

/// How Feign clients get their tokens and their guard.
@AutoConfiguration
@EnableConfigurationProperties(CallSettings.class)
public class CallConfiguration {

  @Bean
  GuardedCalls guardedCalls(
      CircuitBreakerRegistry breakers,
      BulkheadRegistry bulkheads,
      CallSettings settings,
      RelayedToken relayed,
      JsonMapper json) {
    return new GuardedCalls(breakers, bulkheads, settings, relayed, json);
  }

  /// One list of converters for all clients, filled before anybody calls. Each client would else
  /// have a list of its own that is filled by the first call while others already read it
  /// (spring-cloud-openfeign #1371: "messageConverters must not be empty").
  @Bean
  FeignHttpMessageConverters converters(
      ObjectProvider<ClientHttpMessageConvertersCustomizer> customizers,
      ObjectProvider<HttpMessageConverterCustomizer> own) {
    FeignHttpMessageConverters converters = new FeignHttpMessageConverters(customizers, own);
    converters.getConverters();
    return converters;
  }

  @Bean
  RequestInterceptor tokenInterceptor(OwnTokens own, RelayedToken relayed, CallSettings settings) {
    return new TokenInterceptor(own, relayed, settings);
  }

  @Bean
  @ConditionalOnMissingBean
  OwnTokens ownTokens(
      @Value("${openletter.profiles-service.url}") String profiles,
      @Value("${spring.application.name}") String client,
      Secrets secrets,
      Clock clock,
      JsonMapper json) {
    return new OwnTokens(
        URI.create(profiles + "/oauth2/token"),
        client,
        () -> secrets.read(client + ".secret"),
        clock,
        json);
  }

  // A service that had nothing to ask for a while does not stand there with a token that is about
  // to end.
  @Bean
  Worker renewOwnTokens(OwnTokens tokens) {
    return Worker.of(
        "own tokens",
        Duration.ofSeconds(5),
        () -> {
          tokens.renewDue();
          return false;
        });
  }

  @Bean
  @ConditionalOnMissingBean
  RelayedToken relayedToken() {
    return () ->
        SecurityContextHolder.getContext().getAuthentication()
                instanceof JwtAuthenticationToken token
            ? Optional.of(token.getToken().getTokenValue())
            : Optional.empty();
  }
}
