package org.openletter.profiles.session;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.session.SessionIds;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/// The sessions of those who are signed in are in the database, those of strangers in their
/// cookies. Only what changed is written, and an existing session is never created again: a request
/// in flight cannot revive one that was ended. The key is a hash of the session's id, so a copy of
/// the database opens no session.
@Component
public class StoredSessions implements SessionRepository<StoredSession> {

  static final String COLLECTION = "sessions";

  /// Hashes are in hexadecimal here.
  private static final SessionIds IDS = new SessionIds(HexFormat.of()::formatHex);

  /// The time of the last use may be this old in the database: a page with ten parts is one write.
  private static final Duration LAST_USE_STEP = Duration.ofMinutes(1);

  private final MongoCollection<Document> sessions;
  private final StrangersSessions strangers;
  private final SignInSettings settings;
  private final Clock clock;

  StoredSessions(
      MongoDatabase database, StrangersSessions strangers, SignInSettings settings, Clock clock) {
    this.strangers = strangers;
    this.sessions = database.getCollection(COLLECTION);
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public StoredSession createSession() {
    return StoredSession.fresh(clock, settings.stranger());
  }

  @Override
  public @Nullable StoredSession findById(String id) {
    if (StrangersSessions.is(id)) {
      return strangers.open(id).filter(session -> !session.isExpired()).orElse(null);
    }
    Document found = sessions.find(stored(id)).limit(1).first();
    if (found == null) {
      return null;
    }
    Map<String, String> words = new HashMap<>();
    found.get("words", new Document()).forEach((name, word) -> words.put(name, word.toString()));
    StoredSession session =
        StoredSession.stored(
            clock,
            id,
            found.getDate("created").toInstant(),
            found.getDate("last").toInstant(),
            Duration.ofSeconds(found.getLong("idle")),
            words);
    // The database removes old documents some time, not at once.
    return session.isExpired() ? null : session;
  }

  @Override
  public void save(StoredSession session) {
    String storedId = session.storedId();
    if (storedId == null && !session.words().containsKey(SignedIn.ACCOUNT)) {
      if (isWorthWriting(session)) {
        session.carriedBy(strangers.id(session));
      }
      return;
    }
    if (storedId == null) {
      sessions.insertOne(document(session));
    } else {
      update(storedId, session);
    }
    session.saved();
  }

  @Override
  public void deleteById(String id) {
    if (StrangersSessions.is(id)) {
      return;
    }
    sessions.deleteOne(stored(id));
  }

  /// Ends the session that a cookie of this value names, if this account is signed in with it.
  public void leave(String cookie, String accountId) {
    try {
      String id = new String(Base64.getDecoder().decode(cookie), StandardCharsets.UTF_8);
      sessions.deleteOne(and(stored(id), eq("account", accountId)));
    } catch (IllegalArgumentException notOurs) {
      // It names no session.
    }
  }

  /// Ends all sessions in which this account was signed in before that instant.
  public void end(String accountId, Instant before) {
    sessions.deleteMany(
        and(eq("account", accountId), lt("words." + SignedIn.SINCE, SignedIn.text(before))));
  }

  /// The session that this id opens.
  private static Bson stored(String id) {
    return and(eq("_id", IDS.key(id)), eq("proof", IDS.proof(id)));
  }

  // Under the id that it was read with: when that one opens nothing any more, neither does a new
  // one. The document stays, so whatever ends this process loses nothing of it.
  private void update(String storedId, StoredSession session) {
    boolean renamed = !storedId.equals(session.getId());
    List<Bson> updates = new ArrayList<>();
    if (renamed) {
      updates.add(Updates.set("proof", IDS.proof(session.getId())));
    }
    Map<String, String> words = session.words();
    for (String name : session.changed()) {
      String word = words.get(name);
      updates.add(
          word == null ? Updates.unset("words." + name) : Updates.set("words." + name, word));
      if (name.equals(SignedIn.ACCOUNT)) {
        updates.add(word == null ? Updates.unset("account") : Updates.set("account", word));
      }
    }
    if (renamed || isWorthWriting(session)) {
      updates.add(Updates.set("last", Date.from(session.getLastAccessedTime())));
      updates.add(Updates.set("idle", session.getMaxInactiveInterval().toSeconds()));
      updates.add(Updates.set("expireAt", expiry(session)));
      sessions.updateOne(stored(storedId), Updates.combine(updates));
    }
  }

  private static boolean isWorthWriting(StoredSession session) {
    Instant storedLast = session.storedLast();
    return !session.changed().isEmpty()
        || storedLast == null
        || session.getLastAccessedTime().isAfter(storedLast.plus(LAST_USE_STEP));
  }

  private static Document document(StoredSession session) {
    Map<String, String> words = session.words();
    Document document =
        new Document("_id", IDS.key(session.getId()))
            .append("proof", IDS.proof(session.getId()))
            .append("created", Date.from(session.getCreationTime()))
            .append("last", Date.from(session.getLastAccessedTime()))
            .append("idle", session.getMaxInactiveInterval().toSeconds())
            .append("expireAt", expiry(session))
            .append("words", new Document(words));
    String account = words.get(SignedIn.ACCOUNT);
    return account == null ? document : document.append("account", account);
  }

  private static Date expiry(StoredSession session) {
    return Date.from(session.getLastAccessedTime().plus(session.getMaxInactiveInterval()));
  }
}
