package org.openletter.comments.notice;

import java.util.List;
import java.util.Map;
import org.openletter.platform.outbox.Heard;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/// Puts notices into inboxes. Told twice, one is there once: its `eventId` names it.
@FeignClient(
    name = "profiles-service",
    contextId = "notices",
    url = "${openletter.profiles-service.url}")
public interface NoticesClient {

  /// Delivers notices, each the body of an event of `Notice`.
  @PostMapping("/internal/notices")
  Heard deliver(@RequestBody List<? extends Map<String, Object>> notices);
}
