package org.openletter.platform.session;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.session.SessionRepository;

/// Sessions in the database. A stored session is only ever updated, never written anew: a request
/// that was in flight while its person signed out cannot bring the session back. Only what changed
/// is written, so two requests may change different things.
public final class SessionStore implements SessionRepository<StoredSession> {

  /// In which collection of a service's database they are.
  public static final String COLLECTION = "sessions";

  private final MongoCollection<Document> collection;
  private final SessionContents contents;
  private final Timing timing;
  private final Document beside;
  private final Clock clock;

  /// Sessions of one side.
  ///
  /// @param beside what stands beside the contents of a session that is new or has a new id; the
  ///   side changes it by itself
  public SessionStore(
      MongoCollection<Document> collection,
      SessionContents contents,
      Timing timing,
      Document beside,
      Clock clock) {
    this.collection = collection;
    this.contents = contents;
    this.timing = timing;
    this.beside = beside;
    this.clock = clock;
  }

  /// What a side decides about time.
  ///
  /// @param idle how long a new session lasts without any use
  /// @param accessStep the last access is written at most this often, so that reading does not mean
  ///   writing
  public record Timing(Duration idle, Duration accessStep) {}

  /// The index that tidies up. Whether a session has ended is asked in every query.
  public static IndexModel index(String name) {
    return new IndexModel(
        Indexes.ascending("expiresAt"),
        new IndexOptions().name(name).expireAfter(0L, TimeUnit.SECONDS));
  }

  /// The session that this id opens.
  public static Bson openedBy(String id) {
    return Filters.and(
        Filters.eq("_id", SessionIds.key(id)), Filters.eq("proof", SessionIds.proof(id)));
  }

  /// Where the database has what sessions hold under this name.
  public static String field(String name) {
    return "contents." + name;
  }

  @Override
  public StoredSession createSession() {
    return StoredSession.fresh(contents, clock, timing.idle());
  }

  @Override
  public @Nullable StoredSession findById(String id) {
    Bson alive = Filters.and(openedBy(id), Filters.gt("expiresAt", Date.from(clock.instant())));
    Document found = collection.find(alive).limit(1).first();
    return found == null ? null : read(id, found);
  }

  @Override
  public void deleteById(String id) {
    collection.deleteOne(openedBy(id));
  }

  @Override
  public void save(StoredSession session) {
    if (!session.isStored()) {
      collection.insertOne(document(session));
    } else if (session.worthWriting(timing.accessStep())) {
      // Under the id that it was read with: when that one opens nothing any more, neither does the
      // new one. The document stays, so whatever ends this process loses nothing of it.
      collection.updateOne(openedBy(session.storedId()), Updates.combine(changes(session)));
    } else {
      return;
    }
    session.stored();
  }

  private List<Bson> changes(StoredSession session) {
    String key = SessionIds.key(session.getId());
    List<Bson> updates = new ArrayList<>();
    for (String name : session.changed()) {
      Object value = session.getAttribute(name);
      updates.add(
          value == null
              ? Updates.unset(field(name))
              : Updates.set(field(name), contents.write(name, value, key)));
    }
    if (session.isRenamed()) {
      updates.add(Updates.set("proof", SessionIds.proof(session.getId())));
      beside.forEach((name, value) -> updates.add(Updates.set(name, value)));
    }
    updates.add(Updates.set("seenAt", Date.from(session.getLastAccessedTime())));
    updates.add(Updates.set("idleSeconds", session.getMaxInactiveInterval().toSeconds()));
    updates.add(Updates.set("expiresAt", Date.from(session.end())));
    return updates;
  }

  private Document document(StoredSession session) {
    String key = SessionIds.key(session.getId());
    Document held = new Document();
    session.all().forEach((name, value) -> held.append(name, contents.write(name, value, key)));
    Document document =
        new Document("_id", key)
            .append("proof", SessionIds.proof(session.getId()))
            .append("createdAt", Date.from(session.getCreationTime()))
            .append("seenAt", Date.from(session.getLastAccessedTime()))
            .append("idleSeconds", session.getMaxInactiveInterval().toSeconds())
            .append("expiresAt", Date.from(session.end()))
            .append("contents", held);
    document.putAll(beside);
    return document;
  }

  private StoredSession read(String id, Document found) {
    Map<String, Object> held = new HashMap<>(found.get("contents", new Document()));
    return StoredSession.stored(
        contents,
        clock,
        id,
        found.getDate("createdAt").toInstant(),
        found.getDate("seenAt").toInstant(),
        Duration.ofSeconds(found.get("idleSeconds", Number.class).longValue()),
        held);
  }
}
