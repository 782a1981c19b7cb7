package org.openletter.platform.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the relays work.
///
/// @param poll pause between two looks when there was nothing to do
/// @param lease how long one instance may work on a document before another takes over
/// @param firstWait wait after the first failure; it doubles up to `longestWait`
/// @param longestWait a neighbour that is back is told after at most this time
@ConfigurationProperties("openletter.outbox")
public record OutboxSettings(
    @DefaultValue("300ms") Duration poll,
    @DefaultValue("30s") Duration lease,
    @DefaultValue("1s") Duration firstWait,
    @DefaultValue("15s") Duration longestWait) {}
