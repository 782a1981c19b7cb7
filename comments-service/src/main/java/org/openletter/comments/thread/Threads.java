package org.openletter.comments.thread;

import com.mongodb.DuplicateKeyException;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.openletter.comments.letter.Letter;
import org.springframework.stereotype.Repository;

/// Where threads are kept.
@Repository
public class Threads {

  static final String COLLECTION = "threads";

  private final MongoCollection<Document> collection;

  Threads(MongoDatabase database) {
    this.collection = database.getCollection(COLLECTION);
  }

  /// The thread of a letter, empty when this service has not heard of it.
  public Optional<CommentThread> find(String letterId) {
    Document stored = collection.find(Filters.eq("_id", letterId)).limit(1).first();
    return stored == null ? Optional.empty() : Optional.of(ThreadMapper.read(stored));
  }

  /// The threads of these letters by letter; those not heard of are missing.
  public Map<String, CommentThread> find(Collection<String> letterIds) {
    Map<String, CommentThread> found = new HashMap<>();
    for (Document stored : collection.find(Filters.in("_id", letterIds)).batchSize(100)) {
      found.put(stored.getString("_id"), ThreadMapper.read(stored));
    }
    return found;
  }

  /// Takes what posts-service answered just now; makes the thread when it is new.
  CommentThread verified(Letter letter, Instant now) {
    Bson known = Filters.eq("_id", letter.id());
    if (collection.updateOne(known, ThreadMapper.letter(letter, now)).getMatchedCount() == 0
        && !inserted(ThreadMapper.fresh(letter, now))) {
      collection.updateOne(known, ThreadMapper.letter(letter, now));
    }
    return find(letter.id()).orElseThrow();
  }

  /// Takes an event of posts-service. Event ids ascend: one that is not newer than the last one
  /// changes nothing, so an event that comes twice or late cannot bring a withdrawn letter back.
  void heard(String eventId, Letter letter, Instant now) {
    if (told(eventId, letter, now)) {
      return;
    }
    if (!inserted(ThreadMapper.fresh(letter, now).append("lastEvent", eventId))) {
      told(eventId, letter, now);
    }
  }

  /// Stores new settings if `version` is still the current one. False when it is not.
  boolean change(String letterId, ThreadSettings settings, long version) {
    return collection
            .updateOne(
                Filters.and(Filters.eq("_id", letterId), Filters.eq("settings.version", version)),
                Updates.set("settings", ThreadMapper.settings(settings)))
            .getMatchedCount()
        == 1;
  }

  private boolean told(String eventId, Letter letter, Instant now) {
    Bson newer = Filters.or(Filters.exists("lastEvent", false), Filters.lt("lastEvent", eventId));
    return collection
            .updateOne(
                Filters.and(Filters.eq("_id", letter.id()), newer),
                Updates.combine(
                    ThreadMapper.letter(letter, now), Updates.set("lastEvent", eventId)))
            .getMatchedCount()
        == 1;
  }

  private boolean inserted(Document document) {
    try {
      collection.insertOne(document);
      return true;
    } catch (DuplicateKeyException already) {
      return false;
    } catch (MongoWriteException failed) {
      if (failed.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw failed;
    }
  }
}
