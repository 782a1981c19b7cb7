package org.openletter.comments.gone;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Tells gateways which kept pages show something that is not public any more.
@RestController
class GoneController {

  /// One answer is small, and whoever is further behind goes on from `until` with the next one.
  private static final int MOST = 500;

  private final Gone gone;
  private final Clock clock;

  GoneController(Gone gone, Clock clock) {
    this.gone = gone;
    this.clock = clock;
  }

  /// Letters of which something went after this moment; without one, none, and the moment to begin
  /// with.
  @GetMapping("/internal/gone")
  Gone.Letters gone(@RequestParam(required = false) @Nullable Instant after) {
    Instant now = clock.instant();
    return gone.since(after == null ? now : after, now, MOST);
  }
}
