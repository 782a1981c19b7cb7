package org.openletter.gateway.reading.home;

import java.util.Map;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Asks how many responses letters have, once for a whole list.
@FeignClient(
    name = "comments-service",
    contextId = "response-counts",
    url = "${openletter.comments-service.url}")
interface ThreadsClient {

  @GetMapping("/threads")
  Found find(@RequestParam String letters);

  /// Numbers by the id of the letter.
  record Found(Map<String, Long> counts) {}
}
