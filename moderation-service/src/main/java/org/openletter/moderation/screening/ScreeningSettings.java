package org.openletter.moderation.screening;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What the screening may take and keep.
///
/// @param limit how long one response may be looked at before it is held unchecked; the caller
///   waits 300 ms in all
/// @param remembered how long texts are remembered to recognise them again
@ConfigurationProperties("openletter.screening")
public record ScreeningSettings(
    @DefaultValue("200ms") Duration limit, @DefaultValue("30d") Duration remembered) {}
