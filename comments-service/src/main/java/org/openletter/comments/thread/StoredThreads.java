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
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.letter.Letter;
import org.springframework.stereotype.Repository;

/// Threads in the database.
@Repository
class StoredThreads implements Threads {

  /// The last event of posts-service that went into what is known of a letter.
  private static final String LAST_EVENT = "lastEvent";

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
  public CommentThread verified(@Nullable String asOf, Letter letter, Instant now) {
    Bson known = Filters.eq("_id", letter.id());
    if (!answered(asOf, letter, now)
        && !inserted(fresh(asOf, letter, now))
        && !answered(asOf, letter, now)) {
      collection.updateOne(
          Filters.and(known, Filters.eq("state", letter.state())),
          Updates.set("verifiedAt", Date.from(now)));
    }
    return find(letter.id()).orElseThrow();
  }

  @Override
  public void heard(String eventId, Letter letter, Instant now) {
    if (told(eventId, letter, now)) {
      return;
    }
    if (!inserted(fresh(eventId, letter, now))) {
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

  private boolean answered(@Nullable String asOf, Letter letter, Instant now) {
    Bson nothingHeard = Filters.exists(LAST_EVENT, false);
    return asOf == null
        ? changed(letter, nothingHeard, ThreadMapper.letter(letter, now))
        : changed(
            letter,
            Filters.or(nothingHeard, Filters.lte(LAST_EVENT, asOf)),
            asOf(asOf, letter, now));
  }

  private boolean told(String eventId, Letter letter, Instant now) {
    return changed(
        letter,
        Filters.or(Filters.exists(LAST_EVENT, false), Filters.lt(LAST_EVENT, eventId)),
        asOf(eventId, letter, now));
  }

  private boolean changed(Letter letter, Bson notNewer, Bson update) {
    return collection
            .updateOne(Filters.and(Filters.eq("_id", letter.id()), notNewer), update)
            .getMatchedCount()
        == 1;
  }

  private static Bson asOf(String eventId, Letter letter, Instant now) {
    return Updates.combine(ThreadMapper.letter(letter, now), Updates.set(LAST_EVENT, eventId));
  }

  private static Document fresh(@Nullable String asOf, Letter letter, Instant now) {
    Document fresh = ThreadMapper.fresh(letter, now);
    return asOf == null ? fresh : fresh.append(LAST_EVENT, asOf);
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
