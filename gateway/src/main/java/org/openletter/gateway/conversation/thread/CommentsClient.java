package org.openletter.gateway.conversation.thread;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Reads the conversation on a letter. Empty means that there is none to be seen: the letter, or
/// the response, is not public.
@FeignClient(
    name = "comments-service",
    contextId = "conversations",
    url = "${openletter.comments-service.url}",
    dismiss404 = true)
public interface CommentsClient {

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
}
