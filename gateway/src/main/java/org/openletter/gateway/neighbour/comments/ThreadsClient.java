package org.openletter.gateway.neighbour.comments;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/// Reads conversations, and says how one is held. An empty answer means that there is none to be
/// seen: the letter, or the response, is not public.
@FeignClient(
    name = "comments-service",
    contextId = "threads",
    url = "${openletter.comments-service.url}",
    dismiss404 = true)
public interface ThreadsClient {

  /// One page of the conversation.
  ///
  /// @param order `newest` or `oldest`
  /// @param after where the page begins, or null for the first
  @GetMapping("/letters/{letterId}/comments")
  Optional<Conversation> conversation(
      @PathVariable String letterId,
      @RequestParam String order,
      @RequestParam(required = false) @Nullable String after);

  /// One response with what it answers and what answers it.
  @GetMapping("/letters/{letterId}/comments/{id}")
  Optional<CommentInPlace> comment(@PathVariable String letterId, @PathVariable String id);

  /// More replies to one response.
  @GetMapping("/letters/{letterId}/comments/{id}/replies")
  Optional<Replies> replies(
      @PathVariable String letterId,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String after);

  /// How many responses are public on each of these letters.
  ///
  /// @param letters at most 50 ids with commas between them
  @GetMapping("/threads")
  Counts counts(@RequestParam String letters);

  /// The viewer's own responses in every state, newest first.
  ///
  /// @param before where the page begins, or null for the first
  @GetMapping("/comments/mine")
  Mine mine(@RequestParam(required = false) @Nullable String before);

  /// How the conversation on one of the viewer's letters is held.
  @GetMapping("/letters/{letterId}/thread")
  Settings settings(@PathVariable String letterId);

  /// Changes how the conversation is held.
  @PutMapping("/letters/{letterId}/thread")
  Settings change(@PathVariable String letterId, @RequestBody Settings settings);

  /// Public responses by letter; a letter without any may be missing.
  record Counts(Map<String, Long> counts) {}

  /// One page of the viewer's own responses.
  record Mine(List<MyComment> comments, @Nullable String next) {}

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
