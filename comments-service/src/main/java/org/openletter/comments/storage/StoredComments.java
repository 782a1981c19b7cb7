package org.openletter.comments.storage;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.comment.Comment;
import org.openletter.comments.comment.CommentAddress;
import org.openletter.comments.comment.CommentState;
import org.openletter.comments.comment.Standing;
import org.openletter.platform.outbox.Outbox;
import org.openletter.platform.outbox.OutboxEvent;
import org.springframework.stereotype.Repository;

/// Comments in the database.
@Repository
class StoredComments implements Comments {

  private final MongoCollection<Document> collection;

  StoredComments(MongoDatabase database) {
    this.collection = database.getCollection(CommentIndexes.COLLECTION);
  }

  @Override
  public Optional<Comment> find(CommentAddress address) {
    return first(at(address));
  }

  @Override
  public Optional<Comment> sent(String letterId, @Nullable String authorId, String key) {
    return first(and(eq("letterId", letterId), eq("author.id", authorId), eq("key", key)));
  }

  @Override
  public Optional<Comment> insert(
      Comment comment, @Nullable String parentId, List<OutboxEvent> events) {
    Document document = CommentMapper.fresh(comment, parentId);
    Outbox.into(document, events);
    try {
      collection.insertOne(document);
      return Optional.empty();
    } catch (MongoWriteException failed) {
      if (failed.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw failed;
      }
      Optional<Comment> before =
          sent(comment.letterId(), comment.origin().author().id(), comment.origin().key())
              .or(() -> find(comment.address()));
      return Optional.of(before.orElseThrow(() -> failed));
    }
  }

  @Override
  public boolean save(Comment read, Standing after, List<OutboxEvent> events) {
    Bson update = CommentMapper.update(read.standing(), after);
    return collection
            .updateOne(
                and(at(read.address()), eq("version", read.version()), Outbox.room()),
                events.isEmpty() ? update : Updates.combine(update, Outbox.push(events)))
            .getMatchedCount()
        == 1;
  }

  @Override
  public boolean approvedBefore(String authorId, String creatorId) {
    return collection
            .find(
                and(
                    eq("author.id", authorId),
                    eq("creatorId", creatorId),
                    eq("state", CommentState.PUBLISHED.word())))
            .projection(Projections.include("_id"))
            .limit(1)
            .first()
        != null;
  }

  @Override
  public void hasReplies(CommentAddress address) {
    collection.updateOne(at(address), Updates.max("replies", 1L));
  }

  private Optional<Comment> first(Bson filter) {
    Document stored = collection.find(filter).limit(1).first();
    return stored == null ? Optional.empty() : Optional.of(CommentMapper.read(stored));
  }

  static Bson at(CommentAddress address) {
    return and(eq("letterId", address.letterId()), eq("_id", address.id()));
  }
}
