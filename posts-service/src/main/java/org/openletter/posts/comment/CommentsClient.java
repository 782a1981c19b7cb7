package org.openletter.posts.comment;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.outbox.Heard;
import org.openletter.platform.outbox.OutboxEvent;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

/// Tells comments-service what it has to know of letters. Every call carries an event id; the same
/// id twice changes nothing there.
@FeignClient(name = "comments-service", url = "${openletter.comments-service.url}")
interface CommentsClient {

  @PutMapping("/internal/letters")
  Heard letters(@RequestBody List<News> news);

  @PutMapping("/internal/letters/{letterId}/imports")
  void imports(@PathVariable String letterId, @RequestBody ImportedComments comments);

  /// How a letter is now.
  record News(
      String eventId,
      String letterId,
      String creatorId,
      String creatorHandle,
      String creatorName,
      String title,
      String slug,
      String state,
      @Nullable Instant publishedAt) {

    static News of(OutboxEvent event) {
      Document body = event.body();
      Date publishedAt = body.getDate("publishedAt");
      return new News(
          event.id(),
          body.getString("letterId"),
          body.getString("creatorId"),
          body.getString("creatorHandle"),
          body.getString("creatorName"),
          body.getString("title"),
          body.getString("slug"),
          body.getString("state"),
          publishedAt == null ? null : publishedAt.toInstant());
    }
  }
}
