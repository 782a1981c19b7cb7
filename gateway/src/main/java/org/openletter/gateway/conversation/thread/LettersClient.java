package org.openletter.gateway.conversation.thread;

import java.util.Optional;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Asks what a conversation is about. Empty means that there is no such public letter; one that was
/// withdrawn is refused with 410.
@FeignClient(
    name = "posts-service",
    contextId = "letters-of-conversations",
    url = "${openletter.posts-service.url}",
    dismiss404 = true)
interface LettersClient {

  @GetMapping("/letters/{id}")
  Optional<Subject> find(@PathVariable String id);
}
