package org.openletter.gateway.own.me;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Asks comments-service for the responses of the person who is signed in.
@FeignClient(
    name = "comments-service",
    contextId = "own-comments",
    url = "${openletter.comments-service.url}")
interface CommentsClient {

  /// Her responses in every state, newest first.
  ///
  /// @param before where the page begins, or null for the first
  @GetMapping("/comments/mine")
  Mine mine(@RequestParam(required = false) @Nullable String before);

  /// One page of her responses.
  record Mine(List<MyComment> comments, @Nullable String next) {}
}
