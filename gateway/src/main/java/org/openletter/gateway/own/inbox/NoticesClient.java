package org.openletter.gateway.own.inbox;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/// Asks profiles-service for the notices of the person who is signed in.
@FeignClient(
    name = "profiles-service",
    contextId = "notices",
    url = "${openletter.profiles-service.url}")
interface NoticesClient {

  /// Her notices, newest first.
  ///
  /// @param before where the page begins, or null for the first
  @GetMapping("/me/notices")
  Notices notices(@RequestParam(required = false) @Nullable String before);

  /// Marks notices as read.
  ///
  /// @param which `id` of one notice, or empty for all
  @PutMapping("/me/notices/read")
  void read(@RequestBody Map<String, String> which);

  /// One page of notices.
  record Notices(List<Told> notices, @Nullable String next) {}
}
