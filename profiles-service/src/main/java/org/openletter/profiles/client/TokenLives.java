package org.openletter.profiles.client;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long tokens count.
///
/// @param access every change of roles works after this time at the latest, also where the list of
///   revoked subjects does not arrive
/// @param code from the sign-in page back to the gateway
@ConfigurationProperties("openletter.tokens")
record TokenLives(@DefaultValue("5m") Duration access, @DefaultValue("2m") Duration code) {}
