package org.openletter.profiles.client;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long tokens count.
///
/// @param access every change of roles works after this time at the latest, also where the list of
///   revoked subjects does not arrive
/// @param service of a service that acts on its own. It is renewed after a fifth of this time, so
///   what a service holds while this one does not answer outlasts every token of a person; a test
///   holds the two together
/// @param code from the sign-in page back to the gateway
@ConfigurationProperties("openletter.tokens")
record TokenLives(
    @DefaultValue("5m") Duration access,
    @DefaultValue("10m") Duration service,
    @DefaultValue("2m") Duration code) {

  TokenLives {
    if (service.multipliedBy(4).dividedBy(5).compareTo(access.plusMinutes(1)) < 0) {
      throw new IllegalArgumentException(
          "openletter.tokens.service: four fifths of it are longer than openletter.tokens.access"
              + " and a minute, so that people can write while profiles-service does not answer.");
    }
  }
}
