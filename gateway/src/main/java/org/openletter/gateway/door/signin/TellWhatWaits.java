package org.openletter.gateway.door.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.door.draft.Parked;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/// Tells the authorization server when something waits for the person who signs in, and what
/// (`kept=letter`, the name of the form), so that its pages can say so.
final class TellWhatWaits implements OAuth2AuthorizationRequestResolver {

  private final OAuth2AuthorizationRequestResolver usual;
  private final Parked parked;

  TellWhatWaits(ClientRegistrationRepository clients, Parked parked) {
    this.usual = new DefaultOAuth2AuthorizationRequestResolver(clients, "/oauth2/authorization");
    this.parked = parked;
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
    return told(usual.resolve(request), request);
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String client) {
    return told(usual.resolve(request, client), request);
  }

  private @Nullable OAuth2AuthorizationRequest told(
      @Nullable OAuth2AuthorizationRequest made, HttpServletRequest request) {
    if (made == null) {
      return null;
    }
    String from = LocalPath.after(request).value();
    return parked
        .waiting(request, from)
        .map(form ->
            OAuth2AuthorizationRequest.from(made)
                .additionalParameters(parameters -> parameters.put("kept", form.code()))
                .build())
        .orElse(made);
  }
}
