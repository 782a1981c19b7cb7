package org.openletter.platform.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Consumer;
import org.openletter.platform.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import tools.jackson.databind.json.JsonMapper;

/// Builds the security chain of a service: no session, a token or nobody, the rules that the
/// service gives, and `denyAll` last.
public final class ServiceSecurity {

  /// Any signed-in person. Who waits for staff has no role, but she is a person and has an account
  /// of her own; a service's own token is nobody.
  public static final AuthorizationManager<RequestAuthorizationContext> PERSON =
      (authentication, _) ->
          new AuthorizationDecision(
              authentication.get() instanceof JwtAuthenticationToken token
                  && token.getToken().getClaimAsString("handle") != null);

  private final JwtDecoder decoder;
  private final JsonMapper json;

  /// Chains that check tokens with this decoder.
  public ServiceSecurity(JwtDecoder decoder, JsonMapper json) {
    this.decoder = decoder;
    this.json = json;
  }

  /// The chain. `rules` names every address of the service; what it does not name is denied.
  public SecurityFilterChain chain(
      HttpSecurity http,
      Consumer<
              AuthorizeHttpRequestsConfigurer<HttpSecurity>
                  .AuthorizationManagerRequestMatcherRegistry>
          rules) {
    JwtAuthenticationConverter people = new JwtAuthenticationConverter();
    people.setJwtGrantedAuthoritiesConverter(TokenCheck::authorities);
    return http.sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        // A bearer token is never sent by a browser on its own, so there is nothing to forge across
        // sites.
        .csrf(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .oauth2ResourceServer(server ->
            server
                .jwt(jwt -> jwt.decoder(decoder).jwtAuthenticationConverter(people))
                .authenticationEntryPoint((_, response, _) -> unauthorized(response)))
        .exceptionHandling(e ->
            e.authenticationEntryPoint((_, response, _) -> unauthorized(response))
                .accessDeniedHandler((_, response, _) -> forbidden(response)))
        .headers(h ->
            h.contentSecurityPolicy(
                csp -> csp.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
        .authorizeHttpRequests(registry -> {
          registry.requestMatchers("/error").permitAll();
          rules.accept(registry);
          registry.anyRequest().denyAll();
        })
        .build();
  }

  private void unauthorized(HttpServletResponse response) throws IOException {
    response.setHeader("WWW-Authenticate", "Bearer");
    write(response, HttpStatus.UNAUTHORIZED, "sign-in-first", "Sign in first.");
  }

  private void forbidden(HttpServletResponse response) throws IOException {
    write(response, HttpStatus.FORBIDDEN, "not-allowed", "This needs a role that you do not have.");
  }

  private void write(HttpServletResponse response, HttpStatus status, String type, String sentence)
      throws IOException {
    ProblemDetail problem = Problem.detail(status, type, sentence);
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding("UTF-8");
    response.getOutputStream().write(json.writeValueAsBytes(problem));
  }
}
