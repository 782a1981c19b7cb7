package org.openletter.comments.storage;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.comment.Comment;
import org.openletter.platform.outbox.Outbox;
import org.openletter.platform.outbox.OutboxEvent;
import org.springframework.stereotype.Repository;

/// Stores many comments at once.
@Repository
public class NewComments {

  private final MongoCollection<Document> collection;

  NewComments(MongoDatabase database) {
    this.collection = database.getCollection(CommentIndexes.COLLECTION);
  }

  /// A comment and what others have to hear of it.
  public record New(Comment comment, List<OutboxEvent> events) {}

  /// Stores those that are not there yet; the others stay as they are.
  public void insertMissing(List<New> all) {
    if (all.isEmpty()) {
      return;
    }
    Set<String> shown = new HashSet<>();
    all.forEach(one -> {
      if (one.comment().standing().shown()) {
        shown.add(one.comment().id());
      }
    });
    List<Document> documents = new ArrayList<>();
    for (New one : all) {
      Document document = CommentMapper.fresh(one.comment(), nearest(one.comment(), shown));
      Outbox.into(document, one.events());
      documents.add(document);
    }
    try {
      collection.insertMany(documents, new InsertManyOptions().ordered(false));
    } catch (MongoBulkWriteException failed) {
      boolean onlyDoubles =
          failed.getWriteConcernError() == null
              && failed.getWriteErrors().stream()
                  .allMatch(e -> e.getCategory() == ErrorCategory.DUPLICATE_KEY);
      if (!onlyDoubles) {
        throw failed;
      }
    }
  }

  // Parents of earlier batches are not looked up here: the counter places every new comment anyway.
  private static @Nullable String nearest(Comment comment, Set<String> shown) {
    return comment.origin().place().above().reversed().stream()
        .filter(shown::contains)
        .findFirst()
        .orElse(null);
  }
}
