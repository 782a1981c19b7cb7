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

/// Threads in the database.
@Repository
class StoredThreads implements Threads {

  private final MongoCollection<Document> collection;

  StoredThreads(MongoDatabase database) {
    this.collection = database.getCollection(COLLECTION);
  }

  @Override
  public Optional<CommentThread> find(String letterId) {
    Document stored = collection.find(Filters.eq("_id", letterId)).limit(1).first();
    return stored == null ? Optional.empty() : Optional.of(ThreadMapper.read(stored));
  }

  @Override
  public Map<String, CommentThread> find(Collection<String> letterIds) {
    Map<String, CommentThread> found = new HashMap<>();
    for (Document stored : collection.find(Filters.in("_id", letterIds)).batchSize(100)) {
      found.put(stored.getString("_id"), ThreadMapper.read(stored));
    }
    return found;
  }

  @Override
  public CommentThread verified(Letter letter, Instant now) {
    Bson known = Filters.eq("_id", letter.id());
    if (collection.updateOne(known, ThreadMapper.letter(letter, now)).getMatchedCount() == 0
        && !inserted(ThreadMapper.fresh(letter, now))) {
      collection.updateOne(known, ThreadMapper.letter(letter, now));
    }
    return find(letter.id()).orElseThrow();
  }

  @Override
  public void heard(String eventId, Letter letter, Instant now) {
    if (told(eventId, letter, now)) {
      return;
    }
    if (!inserted(ThreadMapper.fresh(letter, now).append("lastEvent", eventId))) {
      told(eventId, letter, now);
    }
  }

  @Override
  public boolean change(String letterId, ThreadSettings settings, long version) {
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
