package org.openletter.platform.outbox;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;

/// The outboxes of one collection. A round costs four commands, however many documents it has: one
/// finds what is due, one claims it, one reads what was claimed, one writes what became of it.
///
/// A claim is a later due time, so that nobody finds a claimed document, and an id. Who dies with
/// it loses nothing: the documents are due again when the lease is over. An event that is pushed
/// meanwhile makes its document due at once; whoever claims it then may tell once more what is just
/// being told.
final class OutboxStore {

  private static final String ID = "_id";

  private static final String OUTBOX = "outbox";

  private static final String PENDING = "outboxPending";

  private static final String DUE = "outboxDue";

  private static final String CLAIM = "outboxClaim";

  private static final String TRIES = "outboxTries";

  /// How older versions claimed, beside the due time.
  private static final String OLD_LEASE = "outboxLease";

  private static final int MOST_COUNTED = 10_000;

  private final MongoCollection<Document> collection;
  private final List<String> keyFields;

  OutboxStore(MongoCollection<Document> collection, List<String> keyFields) {
    this.collection = collection;
    this.keyFields = List.copyOf(keyFields);
  }

  /// The keys of documents that are due, the one that waits longest first.
  List<Document> due(Instant now, int most) {
    List<String> fields = new ArrayList<>(keyFields);
    fields.add(OLD_LEASE);
    return collection
        .find(Filters.and(Filters.eq(PENDING, true), Filters.lte(DUE, Date.from(now))))
        .hintString(Outbox.INDEX)
        .sort(Sorts.ascending(DUE))
        .projection(Projections.include(fields))
        .limit(most)
        .into(new ArrayList<>());
  }

  /// Those of them that nobody else works on, under a new id, in the same order.
  List<Claimed> claim(List<Document> due, String claim, Instant now, Duration lease) {
    Date until = Date.from(now.plus(lease));
    List<UpdateOneModel<Document>> claims = new ArrayList<>();
    for (Document found : due) {
      Date leased = found.getDate(OLD_LEASE);
      claims.add(
          leased != null && leased.toInstant().isAfter(now)
              ? new UpdateOneModel<>(
                  Filters.and(key(found), Filters.eq(OLD_LEASE, leased)),
                  Updates.combine(Updates.set(DUE, leased), Updates.unset(OLD_LEASE)))
              : new UpdateOneModel<>(
                  Filters.and(
                      key(found), Filters.eq(PENDING, true), Filters.lte(DUE, Date.from(now))),
                  Updates.combine(
                      Updates.set(DUE, until),
                      Updates.set(CLAIM, claim),
                      Updates.unset(OLD_LEASE))));
    }
    collection.bulkWrite(claims, new BulkWriteOptions().ordered(false));
    return claimed(due, claim);
  }

  private List<Claimed> claimed(List<Document> due, String claim) {
    List<Bson> filters = new ArrayList<>();
    for (String field : keyFields) {
      filters.add(Filters.in(field, due.stream().map(found -> found.get(field)).toList()));
    }
    filters.add(Filters.eq(CLAIM, claim));
    List<String> fields = new ArrayList<>(keyFields);
    fields.addAll(List.of(OUTBOX, TRIES));
    Map<Object, Document> byId = new HashMap<>();
    for (Document found :
        collection
            .find(Filters.and(filters))
            .hintString("_id_")
            .projection(Projections.include(fields))
            .limit(due.size())) {
      byId.put(Objects.requireNonNull(found.get(ID)), found);
    }
    return due.stream()
        .flatMap(found -> Optional.ofNullable(byId.get(found.get(ID))).stream())
        .map(found ->
            new Claimed(
                key(found),
                found.getList(OUTBOX, Document.class, List.of()),
                found.getInteger(TRIES, 0)))
        .toList();
  }

  /// Writes what became of documents that were claimed under this id. What was told goes in any
  /// case; when the document is due again is only said while the claim stands.
  void settle(List<Claimed> all, String claim, Instant now) {
    List<UpdateOneModel<Document>> settled = new ArrayList<>();
    for (Claimed one : all) {
      List<String> gone = one.gone();
      if (!gone.isEmpty()) {
        settled.add(new UpdateOneModel<>(one.key(), Updates.pull(OUTBOX, Filters.in("id", gone))));
      }
      Bson mine = Filters.and(one.key(), Filters.eq(CLAIM, claim));
      Instant next = one.next();
      settled.add(
          next == null
              ? new UpdateOneModel<>(
                  Filters.and(mine, Filters.size(OUTBOX, 0)),
                  Updates.combine(
                      Updates.unset(PENDING),
                      Updates.unset(DUE),
                      Updates.unset(CLAIM),
                      Updates.unset(TRIES)))
              : new UpdateOneModel<>(
                  Filters.and(mine, nothingBehind(one.outbox().size() - gone.size())),
                  Updates.combine(
                      Updates.set(DUE, Date.from(next)),
                      Updates.set(TRIES, one.triesAfter()),
                      Updates.unset(CLAIM))));
      // Whoever still has the claim here was told of another event meanwhile.
      settled.add(
          new UpdateOneModel<>(
              mine,
              Updates.combine(
                  Updates.min(DUE, Date.from(now)),
                  Updates.set(TRIES, one.triesAfter()),
                  Updates.unset(CLAIM))));
    }
    collection.bulkWrite(settled, new BulkWriteOptions().ordered(true));
  }

  /// How many documents wait, counted no further than 10,000.
  long waiting() {
    long waiting = 0;
    for (Document _ :
        collection
            .find(Filters.eq(PENDING, true))
            .hintString(Outbox.INDEX)
            .projection(Projections.include(ID))
            .limit(MOST_COUNTED)) {
      waiting++;
    }
    return waiting;
  }

  /// The oldest event of the document that is due first.
  Optional<Instant> oldest() {
    Document first =
        collection
            .find(Filters.eq(PENDING, true))
            .hintString(Outbox.INDEX)
            .sort(Sorts.ascending(DUE))
            .projection(Projections.include("outbox.at"))
            .limit(1)
            .first();
    return first == null
        ? Optional.empty()
        : first.getList(OUTBOX, Document.class, List.of()).stream()
            .map(event -> event.getDate("at").toInstant())
            .min(Instant::compareTo);
  }

  /// A new id for a claim.
  static String newClaim() {
    return UUID.randomUUID().toString();
  }

  private Bson key(Document found) {
    return Filters.and(keyFields.stream().map(f -> Filters.eq(f, found.get(f))).toList());
  }

  private static Bson nothingBehind(int events) {
    return Filters.exists(OUTBOX + "." + events, false);
  }
}
