package org.openletter.comments.letter;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Asks posts-service about a letter. Empty means that there is none; a service that does not
/// answer throws, because absent and unknown call for different answers.
@FeignClient(name = "posts-service", url = "${openletter.posts-service.url}", dismiss404 = true)
public interface LettersClient {

  /// The letter as posts-service tells it.
  @GetMapping("/internal/letters/{id}")
  Optional<Told> find(@PathVariable String id);

  /// What posts-service says of a letter; anything may be missing in a broken answer.
  ///
  /// @param asOf the last event that went into it
  record Told(
      @Nullable String id,
      @Nullable String creatorId,
      @Nullable String creatorName,
      @Nullable String title,
      @Nullable String slug,
      @Nullable String state,
      @Nullable Instant publishedAt,
      @Nullable String asOf) {

    /// The letter, empty when the answer makes no sense.
    public Optional<Letter> about(String asked) {
      if (!asked.equals(id) || creatorId == null || state == null) {
        return Optional.empty();
      }
      return Optional.of(
          new Letter(
              asked,
              creatorId,
              orEmpty(creatorName),
              orEmpty(title),
              orEmpty(slug),
              state,
              publishedAt));
    }

    private static String orEmpty(@Nullable String text) {
      return text == null ? "" : text;
    }
  }
}
