package org.openletter.comments.statement;

import java.util.Map;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/// Has moderation-service file a statement of reasons, or close one. Told twice, it is filed once:
/// its `eventId` names it. It is called under a name of its own, because a burst of statements must
/// not use up the breaker and the calls at once of the screening.
@FeignClient(name = "moderation-service-statements", url = "${openletter.moderation-service.url}")
public interface StatementsClient {

  /// Delivers one event, the body of `Statement`.
  @PostMapping("/internal/events")
  void deliver(@RequestBody Map<String, Object> event);
}
