package org.openletter.gateway.door.viewer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;

/// Asks posts-service whether a person ever began a letter.
@FeignClient(
    name = "posts-service",
    contextId = "viewer-letters",
    url = "${openletter.posts-service.url}")
interface LettersClient {

  @GetMapping("/letters/mine?limit=1")
  Mine mine();

  /// At most one of her letters.
  record Mine(@Nullable List<Letter> letters) {

    boolean any() {
      return letters != null && !letters.isEmpty();
    }
  }

  /// All that matters here is that there is one.
  record Letter(String id) {}
}
