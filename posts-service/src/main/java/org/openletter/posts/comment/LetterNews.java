package org.openletter.posts.comment;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.id.Ids;
import org.openletter.platform.outbox.OutboxEvent;
import org.openletter.posts.letter.Letter;
import org.springframework.stereotype.Component;

/// Makes the event by which comments-service hears how a letter is now.
@Component
public class LetterNews {

  private final Ids ids;
  private final Clock clock;

  /// Makes events with these ids at these times.
  public LetterNews(Ids ids, Clock clock) {
    this.ids = ids;
    this.clock = clock;
  }

  /// How this letter is from now on.
  public OutboxEvent of(Letter letter) {
    Letter.Publication known = letter.everPublic();
    return event(
        letter,
        known == null ? letter.latest().title() : known.title(),
        letter.slug(),
        letter.state(),
        known == null ? null : known.publishedAt());
  }

  /// That this draft is no more.
  public OutboxEvent discarded(Letter.Draft draft) {
    return event(draft, draft.latest().title(), draft.slug(), "withdrawn", null);
  }

  private OutboxEvent event(
      Letter letter, String title, String slug, String state, @Nullable Instant publishedAt) {
    Document body =
        new Document("letterId", letter.id().value())
            .append("creatorId", letter.manuscript().author().id())
            .append("creatorHandle", letter.manuscript().author().handle())
            .append("creatorName", letter.manuscript().author().name())
            .append("title", title)
            .append("slug", slug)
            .append("state", state)
            .append("publishedAt", publishedAt == null ? null : Date.from(publishedAt));
    return new OutboxEvent(ids.uuid7(), LetterEvent.LETTER, body, clock.instant());
  }
}
