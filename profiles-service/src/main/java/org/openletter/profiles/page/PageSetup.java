package org.openletter.profiles.page;

import java.util.Set;
import org.openletter.platform.security.MaskedTokens;
import org.openletter.profiles.session.SessionCsrf;
import org.openletter.profiles.session.SignedIn;
import org.openletter.profiles.session.WayBack;
import org.openletter.templates.profiles.StaticTemplates;
import org.openletter.templates.profiles.Templates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfException;

/// The pages of this service: who may see them, and their templates as one bean.
@Configuration(proxyBeanMethods = false)
class PageSetup {

  private static final Set<String> WAYS_IN = Set.of("/login", "/sign-up");

  @Bean
  Templates templates() {
    return new StaticTemplates();
  }

  @Bean
  @Order(3)
  SecurityFilterChain pageChain(
      HttpSecurity http, SignedIn signedIn, SessionCsrf csrf, WayBack wayBack) {
    return SecurityHeaders.on(http)
        .securityContext(context -> context.securityContextRepository(signedIn))
        .csrf(c -> c.csrfTokenRepository(csrf).csrfTokenRequestHandler(new MaskedTokens()))
        .requestCache(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .exceptionHandling(e ->
            e.authenticationEntryPoint(
                    (_, response, _) -> response.sendError(HttpStatus.NOT_FOUND.value()))
                .accessDeniedHandler((request, response, reason) -> {
                  if (!(reason instanceof CsrfException)) {
                    response.sendError(HttpStatus.NOT_FOUND.value());
                  } else if (WAYS_IN.contains(request.getServletPath())
                      && signedIn.account(request).isPresent()) {
                    // She signed in in another tab meanwhile: this one goes on to its own place.
                    response.setStatus(HttpStatus.SEE_OTHER.value());
                    response.setHeader("Location", wayBack.back(request));
                  } else {
                    response.sendError(HttpStatus.FORBIDDEN.value());
                  }
                }))
        .authorizeHttpRequests(rules ->
            rules
                .requestMatchers("/error")
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/login", "/sign-up", "/recovery", "/setup/*")
                .permitAll()
                .requestMatchers(HttpMethod.POST, "/login", "/sign-up", "/recovery", "/setup/*")
                .permitAll()
                .requestMatchers(HttpMethod.POST, "/sign-up/code")
                .permitAll()
                .anyRequest()
                .denyAll())
        .build();
  }
}
