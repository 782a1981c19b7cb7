package org.openletter.comments.storage;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.openletter.comments.comment.CommentBuilder.aComment;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.openletter.comments.comment.Comment;
import org.openletter.comments.comment.CommentEvent;
import org.openletter.comments.comment.HeldFor;
import org.openletter.platform.outbox.OutboxEvent;
import org.openletter.platform.test.DatabaseServer;
import org.openletter.platform.test.OnEachDatabase;

@OnEachDatabase
class StoredCommentsTest extends CommentsContract {

  private final MongoDatabase database;

  StoredCommentsTest(DatabaseServer server) {
    this.database = server.with(new CommentIndexes());
  }

  @Override
  Comments empty() {
    database.getCollection(Comments.COLLECTION).deleteMany(new Document());
    return new StoredComments(database);
  }

  private Document stored(Comment comment) {
    return Objects.requireNonNull(
        database.getCollection(Comments.COLLECTION).find(eq("_id", comment.id())).first());
  }

  @Test
  void refusesAChangeWhenNobodyHeardOfTheLastHundred() {
    Comments comments = empty();
    Comment comment = aComment().build();
    List<OutboxEvent> hundred = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      hundred.add(new OutboxEvent("e" + i, CommentEvent.NOTICE, new Document(), Instant.EPOCH));
    }
    comments.insert(comment, null, hundred);

    boolean saved =
        comments.save(
            comment,
            comment.standing().withdrawn(Instant.EPOCH),
            List.of(new OutboxEvent("e100", CommentEvent.NOTICE, new Document(), Instant.EPOCH)));

    assertThat(saved).isFalse();
    assertThat(stored(comment).getList("outbox", Document.class)).hasSize(100);
  }

  @Test
  void raisesTheFlagsThatMakeWaitingWorkFindable() {
    Comments comments = empty();
    Comment pending = aComment().held(HeldFor.SCREENING_PENDING).build();
    comments.insert(pending, null, List.of());
    assertThat(stored(pending)).containsEntry("screeningPending", true);
    assertThat(stored(pending)).doesNotContainKeys("editWaits", "laterPending", "settlePending");

    comments.save(pending, pending.standing().withdrawn(Instant.EPOCH), List.of());

    assertThat(stored(pending))
        .containsEntry("laterPending", true)
        .containsEntry("settlePending", true)
        .doesNotContainKeys("screeningPending", "editWaits");
    Comment changing = aComment().changing("New.", HeldFor.JUNK).build();
    comments.insert(changing, null, List.of());
    assertThat(stored(changing)).containsEntry("editWaits", true);
  }
}
