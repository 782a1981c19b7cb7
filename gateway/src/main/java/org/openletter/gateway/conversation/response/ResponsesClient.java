package org.openletter.gateway.conversation.response;

import org.jspecify.annotations.Nullable;
import org.openletter.gateway.conversation.thread.Comment;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/// Writes to the conversation on a letter, in the name of whoever is signed in. Words are screened
/// before they are stored, so these calls have a limit of their own, 4 s, and a breaker of their
/// own: a slow screening closes no page.
@FeignClient(name = "comments-writing", url = "${openletter.comments-service.url}")
interface ResponsesClient {

  @PostMapping("/letters/{letterId}/comments")
  Sent send(@PathVariable String letterId, @RequestBody Written written);

  @PutMapping("/letters/{letterId}/comments/{id}")
  Comment change(
      @PathVariable String letterId, @PathVariable String id, @RequestBody Changed changed);

  /// Takes a response back.
  ///
  /// @param version of the response that she saw
  @DeleteMapping("/letters/{letterId}/comments/{id}")
  void withdraw(
      @PathVariable String letterId, @PathVariable String id, @RequestParam String version);

  /// A new response.
  ///
  /// @param key sent twice with the same words it makes one response
  record Written(String text, @Nullable String parentId, String key) {}

  /// New words of an old response.
  ///
  /// @param version of the response that she began from
  record Changed(String text, String version) {}
}
