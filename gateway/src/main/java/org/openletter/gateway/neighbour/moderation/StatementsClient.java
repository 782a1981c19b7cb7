package org.openletter.gateway.neighbour.moderation;

import java.util.List;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Asks moderation-service for the statements about the responses of the person who is signed in.
@FeignClient(
    name = "moderation-service",
    contextId = "statements",
    url = "${openletter.moderation-service.url}")
public interface StatementsClient {

  /// The newest restriction of each of these responses that has one.
  ///
  /// @param comments their ids with commas between them, at most 20: one page
  @GetMapping("/statements")
  Found newest(@RequestParam String comments);

  record Found(List<Statement> statements) {}
}
