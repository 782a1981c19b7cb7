package org.openletter.moderation.screening;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What the screening keeps.
///
/// @param remembered how long texts are remembered to recognise them again
@ConfigurationProperties("openletter.screening")
record ScreeningSettings(@DefaultValue("30d") Duration remembered) {}
