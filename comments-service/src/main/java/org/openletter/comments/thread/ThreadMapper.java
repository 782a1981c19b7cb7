package org.openletter.comments.thread;

import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.letter.Letter;

/// Threads as documents of the collection `threads`; their `_id` is the id of the letter.
final class ThreadMapper {

  private ThreadMapper() {}

  static Document fresh(Letter letter, Instant now) {
    Document document =
        new Document("_id", letter.id())
            .append("creatorId", letter.creatorId())
            .append("creatorName", letter.creatorName())
            .append("title", letter.title())
            .append("slug", letter.slug())
            .append("state", letter.state())
            .append("verifiedAt", Date.from(now))
            .append("settings", settings(ThreadSettings.defaults()))
            .append("responses", 0L)
            .append("batches", 0L);
    if (letter.publishedAt() != null) {
      document.append("publishedAt", Date.from(letter.publishedAt()));
    }
    return document;
  }

  static Bson letter(Letter letter, Instant now) {
    List<Bson> updates =
        new ArrayList<>(
            List.of(
                Updates.set("creatorId", letter.creatorId()),
                Updates.set("creatorName", letter.creatorName()),
                Updates.set("title", letter.title()),
                Updates.set("slug", letter.slug()),
                Updates.set("state", letter.state()),
                Updates.set("verifiedAt", Date.from(now))));
    if (letter.publishedAt() != null) {
      updates.add(Updates.set("publishedAt", Date.from(letter.publishedAt())));
    }
    if (!letter.isPublished()) {
      updates.add(Updates.max(Threads.GONE_AT, Date.from(now)));
    }
    return Updates.combine(updates);
  }

  static Document settings(ThreadSettings settings) {
    Document document =
        new Document("mode", settings.mode().word())
            .append("rules", settings.rules())
            .append("version", settings.version());
    if (settings.closesAt() != null) {
      document.append("closesAt", Date.from(settings.closesAt()));
    }
    return document;
  }

  static CommentThread read(Document stored) {
    return new CommentThread(
        new Letter(
            stored.getString("_id"),
            stored.getString("creatorId"),
            stored.getString("creatorName"),
            stored.getString("title"),
            stored.getString("slug"),
            stored.getString("state"),
            instant(stored, "publishedAt")),
        readSettings(stored.get("settings", Document.class)),
        stored.getLong("responses"),
        stored.getDate("verifiedAt").toInstant());
  }

  private static ThreadSettings readSettings(Document stored) {
    return new ThreadSettings(
        // An unknown mode is one of a newer version: the careful one stands in for it.
        Mode.of(stored.getString("mode")).orElse(Mode.HOLD_ALL),
        instant(stored, "closesAt"),
        stored.getList("rules", String.class),
        stored.getLong("version"));
  }

  private static @Nullable Instant instant(Document stored, String field) {
    Date date = stored.getDate(field);
    return date == null ? null : date.toInstant();
  }
}
