package org.openletter.gateway.door.session;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.session.SessionIds;
import org.openletter.platform.session.SessionStore;

/// Lets exactly one request of all gateways exchange what a session holds, however many notice at
/// once that it is time. The lease is in the session's document: a session that was ended meanwhile
/// has none to give.
public final class RefreshLease {

  /// Longer than the longest exchange with the token endpoint; a gateway that died holds it no
  /// longer.
  private static final Duration LENGTH = Duration.ofSeconds(10);

  /// What a session begins with: nothing was exchanged yet, and nobody is at it. So does one with a
  /// new id, because whoever signs in begins with tokens of her own.
  static final Document NONE =
      new Document("turn", 0).append("leaseUntil", Date.from(Instant.EPOCH));

  private final MongoCollection<Document> collection;
  private final Contents contents;
  private final Clock clock;

  RefreshLease(MongoCollection<Document> collection, Contents contents, Clock clock) {
    this.collection = collection;
    this.contents = contents;
    this.clock = clock;
  }

  /// What became of asking for the lease.
  public sealed interface Claim<T> {

    /// It is the asker's; `held` is what the session holds now.
    record Yours<T>(T held) implements Claim<T> {}

    /// Somebody else has exchanged it already.
    record AlreadyNewer<T>(T held) implements Claim<T> {}

    /// Somebody else is at it: ask again soon.
    record Busy<T>() implements Claim<T> {}

    /// The session has ended.
    record Ended<T>() implements Claim<T> {}
  }

  /// Asks for the lease on a session whose `kept` thing was exchanged `turn` times so far.
  public <T> Claim<T> claim(String sessionId, Kept<T> kept, int turn) {
    String key = SessionIds.key(sessionId);
    Instant now = clock.instant();
    Bson free =
        Filters.and(
            SessionStore.openedBy(sessionId),
            Filters.eq("turn", turn),
            Filters.lt("leaseUntil", Date.from(now)));
    boolean mine =
        collection
                .updateOne(free, Updates.set("leaseUntil", Date.from(now.plus(LENGTH))))
                .getModifiedCount()
            == 1;
    Document found = find(sessionId, kept);
    if (found == null) {
      return new Claim.Ended<>();
    }
    Optional<T> held = open(found, kept, key);
    if (held.isEmpty()) {
      return new Claim.Ended<>();
    }
    if (mine) {
      return new Claim.Yours<>(held.get());
    }
    return found.getInteger("turn") > turn
        ? new Claim.AlreadyNewer<>(held.get())
        : new Claim.Busy<>();
  }

  /// Stores what came of the exchange and gives the lease back. False when the session has ended
  /// meanwhile.
  public <T> boolean store(String sessionId, Kept<T> kept, int turn, T value) {
    String key = SessionIds.key(sessionId);
    return collection
            .updateOne(
                Filters.and(SessionStore.openedBy(sessionId), Filters.eq("turn", turn)),
                Updates.combine(
                    Updates.set(
                        SessionStore.field(kept.name()), contents.write(kept.name(), value, key)),
                    Updates.inc("turn", 1),
                    Updates.set("leaseUntil", Date.from(Instant.EPOCH))))
            .getModifiedCount()
        == 1;
  }

  /// What the session holds when it was exchanged more than `turn` times; empty when it was not, or
  /// has ended.
  public <T> Optional<T> newer(String sessionId, Kept<T> kept, int turn) {
    String key = SessionIds.key(sessionId);
    Document found = find(sessionId, kept);
    return found != null && found.getInteger("turn") > turn
        ? open(found, kept, key)
        : Optional.empty();
  }

  /// Gives the lease back without a change, so that the next request may try.
  public void release(String sessionId, int turn) {
    collection.updateOne(
        Filters.and(SessionStore.openedBy(sessionId), Filters.eq("turn", turn)),
        Updates.set("leaseUntil", Date.from(Instant.EPOCH)));
  }

  private <T> @Nullable Document find(String sessionId, Kept<T> kept) {
    return collection
        .find(SessionStore.openedBy(sessionId))
        .projection(Projections.include("turn", SessionStore.field(kept.name())))
        .limit(1)
        .first();
  }

  private <T> Optional<T> open(Document found, Kept<T> kept, String key) {
    return Optional.ofNullable(found.get("contents", Document.class))
        .map(held -> held.get(kept.name()))
        .map(sealed -> contents.read(kept.name(), sealed, key))
        .map(kept.type()::cast);
  }
}
