package org.openletter.comments.statement;

import java.util.List;
import java.util.Map;
import org.openletter.platform.outbox.Heard;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/// Has moderation-service file statements of reasons, or close them. Told twice, one is filed once:
/// its `eventId` names it. It is called under a name of its own, because a burst of statements must
/// not use up the breaker and the calls at once of the screening.
@FeignClient(name = "moderation-service-statements", url = "${openletter.moderation-service.url}")
public interface StatementsClient {

  /// Delivers statements, each the body of an event of `Statement`.
  @PostMapping("/internal/events")
  Heard deliver(@RequestBody List<? extends Map<String, Object>> statements);
}
