package org.openletter.gateway.neighbour.comments;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/// Asks comments-service what waits for the creator who is signed in, and tells it what she
/// decides.
@FeignClient(
    name = "comments-service",
    contextId = "queue",
    url = "${openletter.comments-service.url}",
    dismiss404 = true)
public interface QueueClient {

  /// One page of what waits, oldest first; empty when the letter is not hers.
  ///
  /// @param letter only on this letter, or null for all of hers
  /// @param after where the page begins, or null for the first
  @GetMapping("/queue")
  Optional<Queue> queue(
      @RequestParam(required = false) @Nullable String letter,
      @RequestParam(required = false) @Nullable String after);

  /// How many responses wait on all her letters.
  @GetMapping("/queue/count")
  Waiting count();

  /// Decides; empty when there is no such response on a letter of hers.
  @PutMapping("/letters/{letterId}/comments/{id}/decision")
  Optional<Decided> decide(
      @PathVariable String letterId, @PathVariable String id, @RequestBody Decision decision);

  /// Takes the decision back; empty when there is none.
  ///
  /// @param version of the response after that decision
  @DeleteMapping("/letters/{letterId}/comments/{id}/decision")
  Optional<Decided> undo(
      @PathVariable String letterId, @PathVariable String id, @RequestParam String version);

  /// One page of the queue.
  ///
  /// @param waiting how many wait here: on the one letter, or on all of hers
  /// @param inAll how many wait on all of hers; null from a version that does not tell
  record Queue(
      int waiting, @Nullable Integer inAll, List<QueueItem> items, @Nullable String next) {}

  /// Responses that wait on her letters.
  record Waiting(int waiting) {}

  /// What she decided.
  ///
  /// @param act `publish`, `spam` or `remove`
  /// @param reason for `remove`
  /// @param version of the response that she saw
  record Decision(String act, @Nullable Why reason, String version) {}

  /// Why a response is removed.
  ///
  /// @param text in her own words, or empty
  record Why(String code, String text) {}

  /// The response after the decision.
  ///
  /// @param undoUntil how long it can be taken back, or null
  /// @param tellsAuthor whether its writer is told after that; null where nothing is said of it
  record Decided(Comment comment, @Nullable Instant undoUntil, @Nullable Boolean tellsAuthor) {}
}
