package org.openletter.gateway.neighbour.posts;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Asks for public letters.
@FeignClient(
    name = "posts-service",
    contextId = "letters",
    url = "${openletter.posts-service.url}",
    dismiss404 = true)
public interface LettersClient {

  /// One letter. Empty means that there is no such public letter; one that was withdrawn is refused
  /// with 410.
  @GetMapping("/letters/{id}")
  Optional<Letter> find(@PathVariable String id);

  /// Published letters, newest first.
  ///
  /// @param before where the list begins, or null for the newest
  /// @param author only letters by this handle, or null for all
  @GetMapping("/letters")
  Found list(
      @RequestParam(required = false) @Nullable String before,
      @RequestParam(required = false) @Nullable String author,
      @RequestParam int limit);

  /// Some letters, and where the following ones begin.
  record Found(List<Letter> letters, @Nullable String next) {}
}
