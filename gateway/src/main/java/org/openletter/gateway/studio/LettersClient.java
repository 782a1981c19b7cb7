package org.openletter.gateway.studio;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Asks posts-service about the letters of the person who is signed in. A letter that is not hers
/// is refused with 404 like one that does not exist.
@FeignClient(
    name = "posts-service",
    contextId = "own-letters",
    url = "${openletter.posts-service.url}")
interface LettersClient {

  /// Her letters, last saved first.
  ///
  /// @param before where the page begins, or null for the first
  @GetMapping("/letters/mine")
  Mine mine(@RequestParam(required = false) @Nullable String before);

  /// The head of one of her letters.
  @GetMapping("/letters/{id}/draft")
  Head head(@PathVariable String id);

  /// Takes a public letter out of sight.
  ///
  /// @param version of the public words, as she saw them
  @DeleteMapping("/letters/{id}/publication")
  Withdrawn withdraw(@PathVariable String id, @RequestParam int version);

  /// Deletes a draft that never was public.
  ///
  /// @param version of the words, as she saw them
  @DeleteMapping("/letters/{id}")
  void discard(@PathVariable String id, @RequestParam int version);

  /// One page of her letters.
  record Mine(List<Letter> letters, @Nullable String next) {}

  /// A letter in the list.
  ///
  /// @param was what a draft was on the site it was brought in from, or null
  record Letter(
      String id,
      @Nullable String slug,
      @Nullable String title,
      @Nullable String addressee,
      String state,
      Instant savedAt,
      @Nullable Instant publishedAt,
      boolean unpublishedChanges,
      @Nullable String was) {}

  /// What the small pages about one letter say of it.
  ///
  /// @param publicVersion what readers see now, or null while they see nothing
  record Head(
      String id,
      @Nullable String slug,
      String state,
      @Nullable String title,
      int version,
      @Nullable Integer publicVersion) {

    /// The title, or words for a letter that has none yet.
    String name() {
      return title == null || title.isBlank() ? "A letter without a title" : title;
    }
  }

  /// The state after a withdrawal.
  record Withdrawn(String state) {}
}
