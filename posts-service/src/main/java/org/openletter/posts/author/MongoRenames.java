package org.openletter.posts.author;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.openletter.platform.mongo.DeclaredIndexes;
import org.openletter.posts.letter.Author;
import org.springframework.stereotype.Component;

/// Renames in the collection `renames`, one document an account. Shard key: `_id`.
@Component
class MongoRenames implements Renames, DeclaredIndexes {

  private final MongoCollection<Document> renames;

  MongoRenames(MongoDatabase database) {
    this.renames = database.getCollection(collection());
  }

  @Override
  public final String collection() {
    return "renames";
  }

  /// Everything is found by `_id`.
  @Override
  public List<IndexModel> indexes() {
    return List.of();
  }

  @Override
  public void remember(String eventId, Author author) {
    if (!replaced(eventId, author) && !added(eventId, author)) {
      replaced(eventId, author);
    }
  }

  @Override
  public Optional<Author> last(String accountId) {
    return Optional.ofNullable(renames.find(eq("_id", accountId)).limit(1).first())
        .map(found -> new Author(accountId, found.getString("handle"), found.getString("name")));
  }

  private boolean replaced(String eventId, Author author) {
    return renames
            .updateOne(
                and(eq("_id", author.id()), lt("eventId", eventId)),
                Updates.combine(
                    Updates.set("eventId", eventId),
                    Updates.set("handle", author.handle()),
                    Updates.set("name", author.name())))
            .getMatchedCount()
        == 1;
  }

  // False when one is there already, older or newer.
  private boolean added(String eventId, Author author) {
    try {
      renames.insertOne(
          new Document("_id", author.id())
              .append("eventId", eventId)
              .append("handle", author.handle())
              .append("name", author.name()));
      return true;
    } catch (MongoWriteException there) {
      if (there.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw there;
    }
  }
}
