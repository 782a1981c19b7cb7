package org.openletter.gateway.admin;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a service says of itself.
///
/// @param heapBytes bytes of its heap in use
record Status(
    String version,
    Instant startedAt,
    long heapBytes,
    Database database,
    List<Breaker> breakers,
    List<Waiting> backlogs) {

  /// @param kind `embedded`, `mongod` or `no answer`
  /// @param bytes on disk, -1 when it does not say
  record Database(String kind, @Nullable String version, long bytes) {

    boolean answers() {
      return !kind.equals("no answer");
    }
  }

  /// @param state `closed` lets calls through, `open` does not, `half_open` tries
  record Breaker(String name, String state) {

    boolean isClosed() {
      return state.equals("closed");
    }
  }

  /// Work that waits.
  record Waiting(String name, long waiting, @Nullable Instant oldest) {}
}
