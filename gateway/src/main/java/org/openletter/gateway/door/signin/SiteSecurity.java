package org.openletter.gateway.door.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.door.access.PageAccess;
import org.openletter.gateway.door.draft.StrangersForms;
import org.openletter.gateway.door.error.Asked;
import org.openletter.gateway.door.error.Trouble;
import org.openletter.gateway.door.error.Troubles;
import org.openletter.gateway.door.person.CsrfOfPerson;
import org.openletter.gateway.door.person.Person;
import org.openletter.gateway.door.session.SessionCookie;
import org.openletter.gateway.look.page.Access;
import org.openletter.platform.security.MaskedTokens;
import org.openletter.platform.security.RevokedSubjects;
import org.openletter.platform.session.SignInSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;

/// Who may ask for what: the pages say it themselves. What no page says does not exist.
@Configuration(proxyBeanMethods = false)
class SiteSecurity {

  private static final String NOWHERE = SiteSecurity.class.getName();

  private static final AuthorizationManager<RequestAuthorizationContext> SIGNED_IN =
      AuthenticatedAuthorizationManager.authenticated();

  private static final AuthorizationManager<RequestAuthorizationContext> ADMIN =
      AuthorityAuthorizationManager.hasRole("admin");

  private final PageAccess pages;
  private final Troubles troubles;
  private final StaySignedIn staySignedIn;

  SiteSecurity(
      PageAccess pages,
      SessionCookie cookie,
      SignInSettings settings,
      ExchangeTokens exchangeTokens,
      RevokedSubjects revoked,
      EndedSession ended,
      Troubles troubles,
      Clock clock) {
    this.pages = pages;
    this.troubles = troubles;
    // Not a bean: the container would put it in front of everything a second time.
    this.staySignedIn =
        new StaySignedIn(cookie, settings, exchangeTokens, revoked, ended, troubles, clock);
  }

  @Bean
  SecurityFilterChain site(
      HttpSecurity http,
      KeptSignIn kept,
      BegunSignIns begun,
      TellWhatWaits tellWhatWaits,
      SignInPages pages,
      SignOut signOut,
      RestClientAuthorizationCodeTokenResponseClient codeExchange,
      StrangersForms strangersForms) {
    return http.securityContext(context -> context.securityContextRepository(kept))
        .requestCache(AbstractHttpConfigurer::disable)
        .anonymous(anonymous -> {})
        // They are set for every answer, also for those that never come this far.
        .headers(AbstractHttpConfigurer::disable)
        .csrf(csrf ->
            csrf.csrfTokenRepository(new CsrfOfPerson())
                .csrfTokenRequestHandler(new MaskedTokens())
                // The authorization server has its own. The form of a page made for strangers has
                // none and is checked by where it came from. What somebody leaves behind may come
                // from a page that outlived its session: its token says whose it is, and it is
                // kept for her.
                .ignoringRequestMatchers("/id/**", "/letters/*/draft-comment")
                .ignoringRequestMatchers(Asked::leaving))
        .oauth2Login(login ->
            login
                .loginPage("/sign-in")
                .authorizedClientRepository(kept)
                .authorizationEndpoint(a ->
                    a.authorizationRequestRepository(begun)
                        .authorizationRequestResolver(tellWhatWaits))
                .tokenEndpoint(t -> t.accessTokenResponseClient(codeExchange))
                .successHandler(pages)
                .failureHandler(pages))
        .logout(logout ->
            logout
                .logoutRequestMatcher(request ->
                    request.getMethod().equals("POST")
                        && request.getRequestURI().equals("/sign-out"))
                .addLogoutHandler(signOut)
                .logoutSuccessHandler(signOut))
        .addFilterAfter(staySignedIn, SecurityContextHolderFilter.class)
        .addFilterBefore(strangersForms, CsrfFilter.class)
        .exceptionHandling(e ->
            e.authenticationEntryPoint((request, response, _) -> stranger(request, response))
                .accessDeniedHandler(this::denied))
        .authorizeHttpRequests(this::rules)
        .build();
  }

  private void rules(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          rules) {
    rules
        .requestMatchers(HttpMethod.TRACE, "/**")
        .denyAll()
        // The services decide about each of these themselves.
        .requestMatchers("/api/v1/**", "/id/**", "/setup/*")
        .permitAll()
        .anyRequest()
        .access(this::mayOpen);
  }

  private AuthorizationDecision mayOpen(
      Supplier<? extends Authentication> person, RequestAuthorizationContext asked) {
    Access.To whom = pages.of(asked.getRequest()).map(Access::value).orElse(null);
    return switch (whom) {
      case null -> {
        asked.getRequest().setAttribute(NOWHERE, true);
        yield new AuthorizationDecision(false);
      }
      case EVERYBODY -> new AuthorizationDecision(true);
      case SIGNED_IN -> granted(SIGNED_IN.authorize(person, asked));
      case ADMIN -> granted(ADMIN.authorize(person, asked));
    };
  }

  private static AuthorizationDecision granted(@Nullable AuthorizationResult result) {
    return new AuthorizationDecision(result != null && result.isGranted());
  }

  private void stranger(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getAttribute(NOWHERE) != null) {
      troubles.tell(request, response, Trouble.nothingHere());
    } else if (Asked.forApi(request)) {
      troubles.tell(request, response, Trouble.signInFirst(Asked.signInFrom(request)));
    } else if (Asked.forFragment(request)) {
      response.setStatus(401);
      response.setHeader("HX-Redirect", Asked.signInFrom(request));
    } else {
      response.sendRedirect(Asked.signInFrom(request));
    }
  }

  private void denied(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable AccessDeniedException reason)
      throws IOException {
    Trouble trouble =
        reason instanceof CsrfException
            ? tokenMissing(request)
            : request.getAttribute(NOWHERE) != null ? Trouble.nothingHere() : Trouble.roleMissing();
    troubles.tell(request, response, trouble);
  }

  // Where it came from was looked at before, so it is a page of this site that is too old. Programs
  // read a token themselves.
  private static Trouble tokenMissing(HttpServletRequest request) {
    return Person.current()
        .filter(person -> !Asked.forApi(request))
        .map(person ->
            CsrfOfPerson.isWithoutToken(request)
                ? Trouble.strangersForm(person.handle(), Asked.page(request))
                : Trouble.staleForm(person.handle(), Asked.page(request)))
        .orElseGet(Trouble::foreignForm);
  }
}
