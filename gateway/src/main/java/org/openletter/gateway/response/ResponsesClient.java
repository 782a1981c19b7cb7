package org.openletter.gateway.response;

import org.jspecify.annotations.Nullable;
import org.openletter.gateway.thread.Comment;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

/// Writes to the conversation on a letter, in the name of whoever is signed in.
@FeignClient(
    name = "comments-service",
    contextId = "own-responses",
    url = "${openletter.comments-service.url}")
interface ResponsesClient {

  @PostMapping("/letters/{letterId}/comments")
  Comment send(@PathVariable String letterId, @RequestBody Written written);

  @PutMapping("/letters/{letterId}/comments/{id}")
  Comment change(
      @PathVariable String letterId, @PathVariable String id, @RequestBody Changed changed);

  @DeleteMapping("/letters/{letterId}/comments/{id}")
  void withdraw(@PathVariable String letterId, @PathVariable String id);

  /// A new response.
  ///
  /// @param key sent twice with the same words it makes one response
  record Written(String text, @Nullable String parentId, String key) {}

  /// New words of an old response.
  record Changed(String text) {}
}
