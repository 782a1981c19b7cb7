package org.openletter.profiles.setup;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The one-time link with which an admin signs up.
///
/// @param validFor how long a link works; `deploy/admin-link` makes another at any time
@ConfigurationProperties("openletter.admin-links")
record SetupSettings(@DefaultValue("1h") Duration validFor) {}
