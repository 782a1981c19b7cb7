package org.openletter.gateway.door.viewer;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;

/// Asks comments-service how many responses wait for a person's decision.
@FeignClient(
    name = "comments-service",
    contextId = "viewer-queue",
    url = "${openletter.comments-service.url}")
interface QueueClient {

  @GetMapping("/queue/count")
  Waiting count();

  /// Responses that wait on her letters.
  record Waiting(int waiting) {}
}
