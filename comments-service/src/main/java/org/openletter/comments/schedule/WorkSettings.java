package org.openletter.comments.schedule;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the work in the background goes.
///
/// @param drainPause between two looks for comments that were not screened, and between two tries
///   while the screening is silent
/// @param drainAtOnce calls to the screening at once; 8 calls of 50 ms each are 9,600 a minute
/// @param countPause between two looks for changes that are not counted
/// @param duePause between two looks for what is due
/// @param renamePause between two looks for authors that were renamed
/// @param lease how long one instance may work on a piece before another takes over
@ConfigurationProperties("openletter.work")
public record WorkSettings(
    @DefaultValue("1s") Duration drainPause,
    @DefaultValue("8") int drainAtOnce,
    @DefaultValue("250ms") Duration countPause,
    @DefaultValue("1s") Duration duePause,
    @DefaultValue("1s") Duration renamePause,
    @DefaultValue("30s") Duration lease) {}
