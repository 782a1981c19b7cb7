package org.openletter.gateway.door.viewer;

import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;

/// Asks profiles-service how many notices a person has not read.
@FeignClient(
    name = "profiles-service",
    contextId = "viewer-notices",
    url = "${openletter.profiles-service.url}")
interface NoticesClient {

  @GetMapping("/me/notices/count")
  Unread count();

  /// Notices not read yet.
  ///
  /// @param names names that wait for approval; null for everybody but admins
  record Unread(int unread, @Nullable Integer names) {}
}
