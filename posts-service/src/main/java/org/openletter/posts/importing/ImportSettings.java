package org.openletter.posts.importing;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// What bounds an import.
///
/// @param largest a site of ten years without pictures is about 10 MB
/// @param atOnce files read at one time by this instance: the largest one needs about 100 MB of
///   heap for some seconds, and a service has 256 MB
/// @param screening how long moderation-service may take for one file; what it does not answer in
///   this time is held and screened later
/// @param kept how long a file that was checked waits for its owner's decision
/// @param lease how long one instance may work on an import before another takes over
/// @param keptForDelivery how long responses wait for comments-service when it is down
@ConfigurationProperties("openletter.importing")
public record ImportSettings(
    @DefaultValue("32MB") DataSize largest,
    @DefaultValue("1") int atOnce,
    @DefaultValue("20s") Duration screening,
    @DefaultValue("24h") Duration kept,
    @DefaultValue("30s") Duration lease,
    @DefaultValue("14d") Duration keptForDelivery) {

  /// Whether all of this file is still kept; after that, only what was chosen of it.
  boolean keepsAllOf(Import found, Instant now) {
    return now.isBefore(found.at().plus(kept));
  }
}
