package org.openletter.profiles.signin;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How often somebody may try to get into one account.
///
/// @param free so many tries in `window` go without a wait
/// @param window the time in which they are counted
/// @param firstWait the wait after the last free one; it doubles with each further try
/// @param longestWait never longer than this: trying in vain must not lock somebody else out
/// @param quiet after so long without a try all is forgotten
@ConfigurationProperties("openletter.tries")
record TriesSettings(
    @DefaultValue("10") int free,
    @DefaultValue("5m") Duration window,
    @DefaultValue("15s") Duration firstWait,
    @DefaultValue("2m") Duration longestWait,
    @DefaultValue("1h") Duration quiet) {}
