package org.openletter.comments.storage;

import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.comment.Comment;
import org.openletter.comments.comment.CommentState;
import org.openletter.comments.comment.Origin;
import org.openletter.comments.comment.Standing;

/// Comments as documents of the collection `comments`.
///
/// Beside what a `Comment` knows a document has: `parentId`, the nearest comment above it that is
/// shown; `replies`, `counted`, `countedBy`, `placed` and `settlePending`, which belong to the
/// counter; `screeningPending`, `screeningLease`, `editWaits` and `laterPending`, which make
/// waiting work findable; and its outbox.
final class CommentMapper {

  private CommentMapper() {}

  /// A document for a new comment.
  ///
  /// @param parentId the nearest shown comment above it, null when there is none
  static Document fresh(Comment comment, @Nullable String parentId) {
    Origin origin = comment.origin();
    Document document =
        new Document("_id", origin.id())
            .append("letterId", origin.letterId())
            .append("creatorId", origin.creatorId())
            .append("parentId", parentId)
            .append("answers", origin.place().answers())
            .append("path", origin.place().path())
            .append("depth", origin.place().depth())
            .append(
                "author",
                new Document("id", origin.author().id())
                    .append("handle", origin.author().handle())
                    .append("name", origin.author().name()))
            .append("firstHere", origin.firstHere())
            .append("key", origin.key())
            .append("createdAt", Date.from(origin.createdAt()))
            .append("version", 0L)
            .append("replies", 0L)
            .append("counted", false)
            .append("placed", false);
    document.putAll(StandingMapper.write(comment.standing()));
    flags(comment.standing()).forEach(flag -> document.append(flag, true));
    if (comment.standing().shown()) {
      document.append("settlePending", true);
    }
    return document;
  }

  /// The update that makes a comment stand like this.
  static Bson update(Standing before, Standing after) {
    List<Bson> updates = new ArrayList<>();
    StandingMapper.write(after).forEach((field, value) -> updates.add(Updates.set(field, value)));
    List<String> raised = flags(after);
    for (String flag : List.of("screeningPending", "editWaits", "laterPending")) {
      updates.add(raised.contains(flag) ? Updates.set(flag, true) : Updates.unset(flag));
    }
    if (before.state() != after.state() || before.shown() != after.shown()) {
      updates.add(Updates.set("settlePending", true));
    }
    updates.add(Updates.unset("screeningLease"));
    updates.add(Updates.inc("version", 1L));
    return Updates.combine(updates);
  }

  private static List<String> flags(Standing standing) {
    List<String> flags = new ArrayList<>();
    if (standing.screeningPending()) {
      flags.add("screeningPending");
    }
    if (standing.changeWaits() && standing.state() == CommentState.PUBLISHED) {
      flags.add("editWaits");
    }
    if (standing.later() != null) {
      flags.add("laterPending");
    }
    return flags;
  }

  static Comment read(Document stored) {
    Document author = stored.get("author", Document.class);
    return new Comment(
        new Origin(
            stored.getString("_id"),
            stored.getString("letterId"),
            stored.getString("creatorId"),
            new Origin.Place(
                stored.getString("answers"), stored.getString("path"), stored.getInteger("depth")),
            new Origin.Author(
                author.getString("id"), author.getString("handle"), author.getString("name")),
            stored.getBoolean("firstHere", false),
            stored.getString("key"),
            stored.getDate("createdAt").toInstant()),
        StandingMapper.read(stored),
        stored.getLong("version"),
        stored.getLong("replies"));
  }
}
