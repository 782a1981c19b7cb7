package org.openletter.profiles.session;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.session.SessionStore;
import org.openletter.platform.session.SignInSettings;
import org.openletter.platform.session.StoredSession;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/// The sessions of those who are signed in are in the database, those of strangers in their
/// cookies.
@Component
public class StoredSessions implements SessionRepository<StoredSession> {

  static final String ACCOUNT = SessionStore.field(SignedIn.ACCOUNT);

  /// The time of the last use may be this old: a page with ten parts is one write.
  private static final Duration LAST_USE_STEP = Duration.ofMinutes(1);

  private final MongoCollection<Document> sessions;
  private final SessionStore store;
  private final StrangersSessions strangers;

  StoredSessions(
      MongoDatabase database, StrangersSessions strangers, SignInSettings settings, Clock clock) {
    this.strangers = strangers;
    this.sessions = database.getCollection(SessionStore.COLLECTION);
    this.store =
        new SessionStore(
            sessions,
            new Words(),
            new SessionStore.Timing(settings.stranger(), LAST_USE_STEP),
            new Document(),
            clock);
  }

  @Override
  public StoredSession createSession() {
    return store.createSession();
  }

  @Override
  public @Nullable StoredSession findById(String id) {
    return StrangersSessions.is(id)
        ? strangers.open(id).filter(session -> !session.isExpired()).orElse(null)
        : store.findById(id);
  }

  @Override
  public void save(StoredSession session) {
    if (session.isStored() || session.getAttributeNames().contains(SignedIn.ACCOUNT)) {
      store.save(session);
    } else if (session.worthWriting(LAST_USE_STEP)) {
      session.carriedAs(strangers.id(session));
    }
  }

  @Override
  public void deleteById(String id) {
    if (!StrangersSessions.is(id)) {
      store.deleteById(id);
    }
  }

  /// Ends the session that a cookie of this value names, if this account is signed in with it.
  public void leave(String cookie, String accountId) {
    try {
      String id = new String(Base64.getDecoder().decode(cookie), StandardCharsets.UTF_8);
      sessions.deleteOne(and(SessionStore.openedBy(id), eq(ACCOUNT, accountId)));
    } catch (IllegalArgumentException notOurs) {
      // It names no session.
    }
  }

  /// Ends all sessions in which this account was signed in before that instant.
  public void end(String accountId, Instant before) {
    sessions.deleteMany(
        and(eq(ACCOUNT, accountId), lt(SessionStore.field(SignedIn.SINCE), SignedIn.text(before))));
  }
}
