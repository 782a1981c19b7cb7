package org.openletter.gateway.studio;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/// Asks comments-service about the conversations on the creator's letters.
@FeignClient(
    name = "comments-service",
    contextId = "own-threads",
    url = "${openletter.comments-service.url}")
interface CommentsClient {

  /// How many responses are public on each of these letters.
  ///
  /// @param letters at most 50 ids with commas between them
  @GetMapping("/threads")
  Counts counts(@RequestParam String letters);

  /// What waits on all her letters, the first page of it.
  @GetMapping("/queue")
  Queue queue();

  /// How the conversation on one of her letters is held.
  @GetMapping("/letters/{letterId}/thread")
  Settings thread(@PathVariable String letterId);

  /// Changes how the conversation is held.
  @PutMapping("/letters/{letterId}/thread")
  Settings change(@PathVariable String letterId, @RequestBody Settings thread);

  /// Public responses by letter; a letter without any may be missing.
  record Counts(Map<String, Long> counts) {}

  /// The queue as far as the list of letters needs it.
  ///
  /// @param waiting how many wait in all
  /// @param next null when `items` are all of them
  record Queue(int waiting, List<Item> items, @Nullable String next) {}

  /// One response that waits.
  record Item(OfLetter letter) {}

  /// The letter it waits on.
  record OfLetter(String id) {}

  /// The settings of one conversation.
  ///
  /// @param mode `open`, `hold-first-timers`, `hold-all` or `closed`
  /// @param closesAt from when on nobody can respond, or null
  /// @param rules at most five lines
  /// @param version sent back with a change, so that two windows do not overwrite each other
  record Settings(
      String mode,
      @Nullable Instant closesAt,
      @Nullable List<String> rules,
      @Nullable Integer version) {}
}
