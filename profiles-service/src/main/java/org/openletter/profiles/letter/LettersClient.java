package org.openletter.profiles.letter;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/// Asks posts-service under which names public letters stand.
@FeignClient(
    name = "posts-service",
    contextId = "letter-names",
    url = "${openletter.posts-service.url}")
interface LettersClient {

  @PostMapping("/internal/names")
  Found find(@RequestBody Asked asked);

  /// What the names look like, and whose they would be.
  record Asked(Set<String> keys, String account) {}

  /// Which of the keys stand where.
  record Found(@Nullable Set<String> addressees, @Nullable Set<String> bylines) {}
}
