package org.openletter.platform.call;

import feign.RequestInterceptor;
import feign.RequestTemplate;

/// One rule for all calls: what a service does on its own (`/internal/`, `/actuator/`) carries its
/// own token, everything else carries the person's when there is one.
final class TokenInterceptor implements RequestInterceptor {

  private final OwnTokens own;
  private final RelayedToken relayed;
  private final CallSettings settings;

  TokenInterceptor(OwnTokens own, RelayedToken relayed, CallSettings settings) {
    this.own = own;
    this.relayed = relayed;
    this.settings = settings;
  }

  @Override
  public void apply(RequestTemplate template) {
    String path = template.path();
    String neighbour = template.feignTarget().name();
    if (path.contains("/internal/") || path.contains("/actuator/")) {
      String scopes = settings.to(neighbour).scopes();
      if (scopes == null) {
        throw new IllegalStateException("openletter.calls." + neighbour + ".scopes is not set");
      }
      bearer(template, own.token(scopes));
    } else {
      relayed.current().ifPresent(token -> bearer(template, token));
    }
  }

  private static void bearer(RequestTemplate template, String token) {
    template.removeHeader("Authorization");
    template.header("Authorization", "Bearer " + token);
  }
}
