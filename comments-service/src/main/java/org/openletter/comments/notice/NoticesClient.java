package org.openletter.comments.notice;

import java.util.Map;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/// Puts a notice into somebody's inbox. Told twice, it is there once: its `eventId` names it.
@FeignClient(
    name = "profiles-service",
    contextId = "notices",
    url = "${openletter.profiles-service.url}")
public interface NoticesClient {

  /// Delivers one notice, the body of `NoticeEvent`.
  @PostMapping("/internal/notices")
  void deliver(@RequestBody Map<String, Object> notice);
}
