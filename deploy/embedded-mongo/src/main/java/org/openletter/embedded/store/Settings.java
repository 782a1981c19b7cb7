package org.openletter.embedded.store;

import java.time.Clock;
import java.time.Duration;

/// What can be tuned. The defaults suit a process with 96 MB of heap or more.
///
/// @param clock decides which documents a time-to-live index removes
/// @param cacheMegabytes pages of the store file kept in memory
/// @param checkpointEvery how long the redo log may grow before the store takes it over; with 5,000
///   writes a second, two seconds are about 12 MB to replay after a crash
/// @param sweepEvery how often expired documents and forgotten cursors are removed
/// @param roomMegabytes free space on the disk below which writes are refused, because a checkpoint
///   that runs out of space closes the store
/// @param readOnly whether nothing in the folder may be changed, to look at a copy
public record Settings(
    Clock clock,
    int cacheMegabytes,
    Duration checkpointEvery,
    Duration sweepEvery,
    int roomMegabytes,
    boolean readOnly) {

  /// The defaults, with cache and room from system properties when they are set.
  public static Settings fromSystem() {
    return new Settings(
        Clock.systemUTC(),
        Integer.getInteger("openletter.embedded.cache-megabytes", 16),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Integer.getInteger("openletter.embedded.room-megabytes", 64),
        Boolean.getBoolean("openletter.embedded.read-only"));
  }
}
