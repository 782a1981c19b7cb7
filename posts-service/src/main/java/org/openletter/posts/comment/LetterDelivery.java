package org.openletter.posts.comment;

import java.util.Date;
import org.bson.Document;
import org.openletter.platform.outbox.OutboxEvent;
import org.springframework.stereotype.Component;

/// Tells comments-service how a letter is now.
@Component
class LetterDelivery implements Delivery {

  private final CommentsClient comments;

  LetterDelivery(CommentsClient comments) {
    this.comments = comments;
  }

  @Override
  public String kind() {
    return LetterNews.KIND;
  }

  @Override
  public void deliver(OutboxEvent event) {
    Document body = event.body();
    Date publishedAt = body.getDate("publishedAt");
    comments.letter(
        body.getString("letterId"),
        new CommentsClient.News(
            event.id(),
            body.getString("creatorId"),
            body.getString("creatorHandle"),
            body.getString("creatorName"),
            body.getString("title"),
            body.getString("slug"),
            body.getString("state"),
            publishedAt == null ? null : publishedAt.toInstant()));
  }
}
