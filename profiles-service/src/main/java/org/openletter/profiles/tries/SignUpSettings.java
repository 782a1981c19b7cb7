package org.openletter.profiles.tries;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How many accounts one block of addresses may make.
///
/// @param times so many
/// @param per in this time
@ConfigurationProperties("openletter.limits.sign-ups")
record SignUpSettings(@DefaultValue("5") int times, @DefaultValue("1h") Duration per) {}
