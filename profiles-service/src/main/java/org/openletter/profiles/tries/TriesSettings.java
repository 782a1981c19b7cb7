package org.openletter.profiles.tries;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How often somebody may try to get into an account.
///
/// @param free so many tries in `window` for one handle from one block of addresses go without a
///   wait
/// @param window the time in which they are counted
/// @param firstWait the wait after the last free one; it doubles with each further try
/// @param longestWait never longer than this: trying in vain must not lock somebody else out
/// @param quiet after so long without a try all of one handle and block is forgotten
/// @param handle tries in `handleWindow` for one handle, from anywhere
/// @param handleWindow the time in which those are counted
@ConfigurationProperties("openletter.tries")
record TriesSettings(
    @DefaultValue("10") int free,
    @DefaultValue("5m") Duration window,
    @DefaultValue("15s") Duration firstWait,
    @DefaultValue("2m") Duration longestWait,
    @DefaultValue("1h") Duration quiet,
    @DefaultValue("100") int handle,
    @DefaultValue("1h") Duration handleWindow) {}
