package org.openletter.comments.author;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.openletter.platform.mongo.DeclaredIndexes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Repository;

/// Renames that have to reach comments: one document an account, with the event that brought the
/// name and how far it got.
@Repository
class Renames {

  private static final String COLLECTION = "renames";

  private static final Bson PENDING = Filters.eq("pending", true);

  private final MongoCollection<Document> collection;

  Renames(MongoDatabase database) {
    this.collection = database.getCollection(COLLECTION);
  }

  /// A rename that somebody works on.
  ///
  /// @param after the comments up to this id have the name
  /// @param again whether it goes through a second time, for comments that were written with a
  ///   token of the old name
  record Rename(
      String accountId, String eventId, String handle, String name, String after, boolean again) {}

  /// Takes an event. The same one again, or an older one, changes nothing: event ids ascend.
  void heard(String accountId, String eventId, String handle, String name, Instant now) {
    Document task =
        new Document("eventId", eventId)
            .append("handle", handle)
            .append("name", name)
            .append("after", "")
            .append("again", false)
            .append("pending", true)
            .append("due", Date.from(now));
    if (!told(accountId, task) && !inserted(new Document("_id", accountId), task)) {
      told(accountId, task);
    }
  }

  /// Takes the one that is longest due, until then: found by an index first, claimed by its key.
  Optional<Rename> take(Instant now, Instant until) {
    Bson due = Filters.and(PENDING, Filters.lte("due", Date.from(now)));
    Document found = collection.find(due).sort(Sorts.ascending("due")).limit(1).first();
    if (found == null) {
      return Optional.empty();
    }
    Document taken =
        collection.findOneAndUpdate(
            Filters.and(Filters.eq("_id", found.getString("_id")), due),
            // A lease is a later due time.
            Updates.set("due", Date.from(until)),
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
    return taken == null
        ? Optional.empty()
        : Optional.of(
            new Rename(
                taken.getString("_id"),
                taken.getString("eventId"),
                taken.getString("handle"),
                taken.getString("name"),
                taken.getString("after"),
                taken.getBoolean("again", false)));
  }

  /// It got this far.
  void reached(Rename rename, String after, Instant until) {
    collection.updateOne(
        same(rename),
        Updates.combine(Updates.set("after", after), Updates.set("due", Date.from(until))));
  }

  /// It goes through once more, then.
  void onceMore(Rename rename, Instant at) {
    collection.updateOne(
        same(rename),
        Updates.combine(
            Updates.set("after", ""),
            Updates.set("again", true),
            Updates.set("due", Date.from(at))));
  }

  /// It is done.
  void done(Rename rename) {
    collection.updateOne(
        same(rename), Updates.combine(Updates.unset("pending"), Updates.unset("due")));
  }

  // A newer name starts again from the beginning: then this one's progress says nothing.
  private static Bson same(Rename rename) {
    return Filters.and(
        Filters.eq("_id", rename.accountId()), Filters.eq("eventId", rename.eventId()));
  }

  private boolean told(String accountId, Document task) {
    return collection
            .updateOne(
                Filters.and(
                    Filters.eq("_id", accountId), Filters.lt("eventId", task.getString("eventId"))),
                new Document("$set", task))
            .getMatchedCount()
        == 1;
  }

  private boolean inserted(Document id, Document task) {
    id.putAll(task);
    try {
      collection.insertOne(id);
      return true;
    } catch (MongoWriteException failed) {
      if (failed.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw failed;
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Declared {

    @Bean
    DeclaredIndexes renameIndexes() {
      return DeclaredIndexes.of(
          COLLECTION,
          new IndexModel(
              Indexes.ascending("pending", "due"),
              new IndexOptions().name("pending-due").partialFilterExpression(PENDING)));
    }
  }
}
