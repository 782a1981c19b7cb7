package org.openletter.gateway.reading.home;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Asks for published letters, newest first.
@FeignClient(
    name = "posts-service",
    contextId = "letter-lists",
    url = "${openletter.posts-service.url}")
interface LettersClient {

  @GetMapping("/letters")
  Found find(
      @RequestParam(required = false) @Nullable String before,
      @RequestParam(required = false) @Nullable String author,
      @RequestParam int limit);

  /// Some letters, and where the following ones begin.
  record Found(List<ListedLetter> letters, @Nullable String next) {}
}
