package org.openletter.posts.comment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

/// Tells comments-service what it has to know of letters. Every call carries an event id; the same
/// id twice changes nothing there.
@FeignClient(name = "comments-service", url = "${openletter.comments-service.url}")
interface CommentsClient {

  @PutMapping("/internal/letters/{letterId}")
  void letter(@PathVariable String letterId, @RequestBody News news);

  @PutMapping("/internal/letters/{letterId}/imports")
  void imports(@PathVariable String letterId, @RequestBody ImportedComments comments);

  /// How a letter is now.
  record News(
      String eventId,
      String creatorId,
      String creatorHandle,
      String creatorName,
      String title,
      String slug,
      String state,
      @Nullable Instant publishedAt) {}
}
