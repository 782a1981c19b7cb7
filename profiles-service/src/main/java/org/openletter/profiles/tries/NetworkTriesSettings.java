package org.openletter.profiles.tries;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How often somebody may try to get in from one block of addresses, whatever the handle.
///
/// @param times so many tries that do not succeed
/// @param per in this time
@ConfigurationProperties("openletter.limits.sign-in-tries")
record NetworkTriesSettings(@DefaultValue("25") int times, @DefaultValue("5m") Duration per) {}
