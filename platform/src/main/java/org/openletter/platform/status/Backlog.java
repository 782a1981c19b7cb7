package org.openletter.platform.status;

import java.time.Instant;
import java.util.Optional;

/// Work that waits inside a service. Every bean of this type is shown on the admin page.
public interface Backlog {

  /// In plain words, for example "Notices".
  String name();

  /// How many wait, counted up to 10,000.
  long waiting();

  /// Since when the oldest waits; empty when nothing does.
  Optional<Instant> oldest();
}
