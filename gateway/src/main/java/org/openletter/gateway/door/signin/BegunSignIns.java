package org.openletter.gateway.door.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/// Keeps what a sign-in needs until its person comes back from the authorization server.
final class BegunSignIns implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

  private static final String FROM = BegunSignIns.class.getName();

  private final BegunCookie begun;
  private final ClientRegistration client;

  BegunSignIns(BegunCookie begun, ClientRegistration client) {
    this.begun = begun;
    this.client = client;
  }

  /// Where the person came from whose sign-in this request finishes.
  static LocalPath from(HttpServletRequest request) {
    return LocalPath.of((String) request.getAttribute(FROM)).orElse(LocalPath.HOME);
  }

  /// Where a sign-in that this request is a step of will lead back to.
  LocalPath leadsTo(HttpServletRequest request) {
    return find(request).flatMap(one -> LocalPath.of(one.from())).orElse(LocalPath.HOME);
  }

  /// Where a sign-in led that this request finishes a second time, because somebody went back.
  Optional<LocalPath> ledTo(HttpServletRequest request) {
    return begun
        .in(request)
        .findFinished(request.getParameter(OAuth2ParameterNames.STATE))
        .flatMap(one -> LocalPath.of(one.from()));
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
    return find(request).map(this::restore).orElse(null);
  }

  @Override
  public void saveAuthorizationRequest(
      @Nullable OAuth2AuthorizationRequest made,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (made == null) {
      return;
    }
    Begun.One one =
        new Begun.One(
            Objects.requireNonNull(made.getState()),
            made.getAttribute(OidcParameterNames.NONCE),
            made.getAttribute(PkceParameterNames.CODE_VERIFIER),
            LocalPath.after(request).value());
    begun.put(response, begun.in(request).with(one));
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
      HttpServletRequest request, HttpServletResponse response) {
    Optional<Begun.One> found = find(request);
    found.ifPresent(one -> {
      request.setAttribute(FROM, one.from());
      begun.put(response, begun.in(request).finished(one));
    });
    return found.map(this::restore).orElse(null);
  }

  private Optional<Begun.One> find(HttpServletRequest request) {
    return begun.in(request).find(request.getParameter(OAuth2ParameterNames.STATE));
  }

  private OAuth2AuthorizationRequest restore(Begun.One one) {
    return OAuth2AuthorizationRequest.authorizationCode()
        .clientId(client.getClientId())
        .authorizationUri(Objects.requireNonNull(client.getProviderDetails().getAuthorizationUri()))
        .redirectUri(client.getRedirectUri())
        .scopes(client.getScopes())
        .state(one.state())
        .attributes(attributes -> {
          attributes.put(OAuth2ParameterNames.REGISTRATION_ID, client.getRegistrationId());
          put(attributes, OidcParameterNames.NONCE, one.nonce());
          put(attributes, PkceParameterNames.CODE_VERIFIER, one.verifier());
        })
        .build();
  }

  private static void put(Map<String, Object> attributes, String name, @Nullable String value) {
    if (value != null) {
      attributes.put(name, value);
    }
  }
}
