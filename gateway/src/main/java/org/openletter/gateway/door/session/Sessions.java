package org.openletter.gateway.door.session;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.session.SessionIds;
import org.springframework.session.SessionRepository;

/// Sessions in the database. A stored session is only ever updated, never written anew: a request
/// that was in flight while its person signed out cannot bring the session back.
final class Sessions implements SessionRepository<StoredSession> {

  /// Hashes are in base64 here.
  static final SessionIds IDS =
      new SessionIds(Base64.getUrlEncoder().withoutPadding()::encodeToString);

  private final MongoCollection<Document> collection;
  private final Contents contents;
  private final SessionSettings settings;
  private final Clock clock;

  Sessions(
      MongoCollection<Document> collection,
      Contents contents,
      SessionSettings settings,
      Clock clock) {
    this.collection = collection;
    this.contents = contents;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public StoredSession createSession() {
    return StoredSession.fresh(contents, clock, settings.anonymousIdle());
  }

  @Override
  public @Nullable StoredSession findById(String id) {
    Bson alive = Filters.and(stored(id), Filters.gt("expiresAt", Date.from(clock.instant())));
    Document found = collection.find(alive).limit(1).first();
    return found == null ? null : read(id, found);
  }

  @Override
  public void deleteById(String id) {
    collection.deleteOne(stored(id));
  }

  @Override
  public void save(StoredSession session) {
    String key = IDS.key(session.getId());
    if (!session.isStored()) {
      collection.insertOne(document(session, key));
    } else if (session.isRenamed() || session.worthWriting(settings.accessStep())) {
      // Under the id that it was read with: when that one opens nothing any more, neither does the
      // new one. The document stays, so whatever ends this process loses nothing of it.
      collection.updateOne(stored(session.storedId()), Updates.combine(changes(session, key)));
    }
    session.written();
  }

  /// The session that this id opens.
  static Bson stored(String id) {
    return Filters.and(Filters.eq("_id", IDS.key(id)), Filters.eq("proof", IDS.proof(id)));
  }

  private List<Bson> changes(StoredSession session, String key) {
    List<Bson> updates = new ArrayList<>();
    for (String name : session.changed()) {
      Object value = session.getAttribute(name);
      updates.add(
          value == null
              ? Updates.unset("contents." + name)
              : Updates.set("contents." + name, new Binary(contents.write(name, value, key))));
    }
    if (session.isRenamed()) {
      updates.add(Updates.set("proof", IDS.proof(session.getId())));
      // Whoever signs in begins with tokens of her own.
      updates.add(Updates.set("turn", 0));
      updates.add(Updates.set("leaseUntil", Date.from(Instant.EPOCH)));
    }
    updates.add(Updates.set("seenAt", Date.from(session.getLastAccessedTime())));
    updates.add(Updates.set("idleSeconds", session.getMaxInactiveInterval().toSeconds()));
    updates.add(Updates.set("expiresAt", expiresAt(session)));
    return updates;
  }

  private Document document(StoredSession session, String key) {
    Document held = new Document();
    session
        .all()
        .forEach((name, value) -> held.append(name, new Binary(contents.write(name, value, key))));
    return new Document("_id", key)
        .append("proof", IDS.proof(session.getId()))
        .append("createdAt", Date.from(session.getCreationTime()))
        .append("seenAt", Date.from(session.getLastAccessedTime()))
        .append("idleSeconds", session.getMaxInactiveInterval().toSeconds())
        .append("expiresAt", expiresAt(session))
        .append("turn", 0)
        .append("leaseUntil", Date.from(Instant.EPOCH))
        .append("contents", held);
  }

  private StoredSession read(String id, Document found) {
    Map<String, byte[]> sealed = new HashMap<>();
    found
        .get("contents", Document.class)
        .forEach((name, value) -> sealed.put(name, ((Binary) value).getData()));
    return new StoredSession(
        contents,
        clock,
        id,
        found.getDate("createdAt").toInstant(),
        found.getDate("seenAt").toInstant(),
        Duration.ofSeconds(found.get("idleSeconds", Number.class).longValue()),
        sealed,
        true);
  }

  private static Date expiresAt(StoredSession session) {
    return Date.from(session.getLastAccessedTime().plus(session.getMaxInactiveInterval()));
  }
}
