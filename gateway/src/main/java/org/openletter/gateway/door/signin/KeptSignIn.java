package org.openletter.gateway.door.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.door.person.FormTokens;
import org.openletter.gateway.door.person.Person;
import org.openletter.gateway.door.person.SignedIn;
import org.openletter.gateway.door.session.Kept;
import org.openletter.platform.session.SignInSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/// Keeps the person and her tokens as one thing in the session. The library brings them separately
/// at sign-in: first the tokens, then, after the session has got a new id, the person.
final class KeptSignIn implements SecurityContextRepository, OAuth2AuthorizedClientRepository {

  private static final String TOKENS = KeptSignIn.class.getName();

  private final Kept<SignedIn> signedIn;
  private final SignInSettings settings;
  private final FormTokens formTokens;
  private final Clock clock;

  KeptSignIn(Kept<SignedIn> signedIn, SignInSettings settings, FormTokens formTokens, Clock clock) {
    this.signedIn = signedIn;
    this.settings = settings;
    this.formTokens = formTokens;
    this.clock = clock;
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return new DeferredSecurityContext() {

      private @Nullable SecurityContext loaded;

      @Override
      public SecurityContext get() {
        if (loaded == null) {
          loaded = load(request);
        }
        return loaded;
      }

      @Override
      public boolean isGenerated() {
        return get().getAuthentication() == null;
      }
    };
  }

  private SecurityContext load(HttpServletRequest request) {
    return signedIn
        .in(request)
        .<SecurityContext>map(
            held -> new SecurityContextImpl(new Person(held, request.getSession().getId())))
        .orElseGet(SecurityContextHolder::createEmptyContext);
  }

  @Override
  @Deprecated
  @SuppressWarnings({"deprecation", "InlineMeSuggester"})
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return load(holder.getRequest());
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return signedIn.in(request).isPresent();
  }

  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
    if (context.getAuthentication() instanceof OAuth2AuthenticationToken token
        && token.getPrincipal() instanceof OidcUser user
        && request.getAttribute(TOKENS) instanceof OAuth2AuthorizedClient client) {
      keep(request, client, user);
    } else if (context.getAuthentication() == null) {
      signedIn.remove(request);
    }
  }

  private void keep(HttpServletRequest request, OAuth2AuthorizedClient client, OidcUser user) {
    if (client.getRefreshToken() == null) {
      throw new IllegalStateException("the token endpoint gave no refresh token");
    }
    TokenAnswer tokens =
        new TokenAnswer(
            client.getAccessToken().getTokenValue(),
            client.getRefreshToken().getTokenValue(),
            user.getIdToken().getTokenValue());
    signedIn.put(
        request,
        tokens.person(formTokens.fresh(user.getName()), clock.instant(), 0, clock.instant()));
    request.getSession().setMaxInactiveInterval((int) settings.idle().toSeconds());
  }

  @Override
  public void saveAuthorizedClient(
      OAuth2AuthorizedClient client,
      Authentication principal,
      HttpServletRequest request,
      HttpServletResponse response) {
    request.setAttribute(TOKENS, client);
  }

  // Nobody asks: whoever needs a token takes it from the person.
  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals")
  public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
      String registration, Authentication principal, HttpServletRequest request) {
    return null;
  }

  @Override
  public void removeAuthorizedClient(
      String registration,
      Authentication principal,
      HttpServletRequest request,
      HttpServletResponse response) {
    request.removeAttribute(TOKENS);
  }
}
