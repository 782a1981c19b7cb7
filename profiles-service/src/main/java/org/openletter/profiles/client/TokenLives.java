package org.openletter.profiles.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long tokens count.
///
/// @param access every change of roles works after this time at the latest, also where the list of
///   revoked subjects does not arrive
/// @param service of a service that acts on its own, when it is set. It is renewed after a fifth of
///   this time, so what a service holds while this one does not answer outlasts every token of a
///   person; a test holds the two together
/// @param code from the sign-in page back to the gateway
@ConfigurationProperties("openletter.tokens")
record TokenLives(
    @DefaultValue("5m") Duration access,
    @Nullable Duration service,
    @DefaultValue("2m") Duration code) {

  private static final Duration SHORTEST_BY_ITSELF = Duration.ofMinutes(10);

  TokenLives {
    if (service != null
        && service.multipliedBy(4).dividedBy(5).compareTo(access.plusMinutes(1)) < 0) {
      throw new IllegalArgumentException(
          "openletter.tokens.service must be longer, at least "
              + access.plusMinutes(1).multipliedBy(5).dividedBy(4).toSeconds()
              + "s: four fifths of it have to outlast openletter.tokens.access by a minute, so that"
              + " people can write while profiles-service does not answer. Without the setting it"
              + " is twice openletter.tokens.access.");
    }
  }

  /// What the token of a service lives. Where nobody set it, it follows the tokens of people: only
  /// their life was a setting before.
  Duration ofServices() {
    if (service != null) {
      return service;
    }
    Duration twice = access.multipliedBy(2);
    return twice.compareTo(SHORTEST_BY_ITSELF) < 0 ? SHORTEST_BY_ITSELF : twice;
  }
}
