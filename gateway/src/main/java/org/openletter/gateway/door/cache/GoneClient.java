package org.openletter.gateway.door.cache;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Asks comments-service, which hears of withdrawn letters too. It has a name of its own, so that
/// its breaker says nothing about the calls that people make.
@FeignClient(name = "comments-gone", url = "${openletter.comments-service.url}")
interface GoneClient {

  @GetMapping("/internal/gone")
  Gone gone(@RequestParam(required = false) @Nullable Instant after);

  /// Letters of which something is not public any more, and up to when that is all. An answer that
  /// lacks one of them is of something else.
  record Gone(@Nullable List<String> letters, @Nullable Instant until) {}
}
