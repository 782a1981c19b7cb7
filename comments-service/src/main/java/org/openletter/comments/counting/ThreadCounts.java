package org.openletter.comments.counting;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.thread.Threads;
import org.springframework.stereotype.Repository;

/// The number of responses in a thread, moved in batches by whoever holds its lease.
///
/// A batch is added to the number and written down in the same write. What is left to do, marking
/// its comments as counted, can be done again by anybody, so that nothing is counted twice or lost
/// when the process dies in between.
@Repository
class ThreadCounts {

  private final MongoCollection<Document> collection;

  ThreadCounts(MongoDatabase database) {
    this.collection = database.getCollection(Threads.COLLECTION);
  }

  /// A thread that is ours for a while.
  ///
  /// @param batches how many batches it has counted
  /// @param unfinished a batch that is in the number but not marked in all its comments yet
  record Lease(String letterId, String owner, long batches, @Nullable Batch unfinished) {}

  /// Comments that are counted together.
  ///
  /// @param number ascends by one for each batch of a thread
  /// @param counted by id, whether the number contains the comment from now on
  record Batch(long number, Map<String, Boolean> counted) {

    long delta() {
      return counted.values().stream().mapToLong(isIn -> isIn ? 1 : -1).sum();
    }
  }

  /// Takes a thread until then; empty when another has it.
  Optional<Lease> take(String letterId, String owner, Instant now, Instant until) {
    Document taken =
        collection.findOneAndUpdate(
            Filters.and(
                Filters.eq("_id", letterId),
                Filters.or(
                    Filters.exists("lease", false), Filters.lte("lease.until", Date.from(now)))),
            Updates.set("lease", new Document("owner", owner).append("until", Date.from(until))),
            new FindOneAndUpdateOptions()
                .projection(Projections.include("batch", "batches"))
                .returnDocument(ReturnDocument.AFTER));
    return taken == null
        ? Optional.empty()
        : Optional.of(
            new Lease(
                letterId,
                owner,
                taken.getLong("batches"),
                read(taken.get("batch", Document.class))));
  }

  /// Counts a batch. False when the lease was lost: then nothing was counted.
  boolean count(Lease lease, Batch batch) {
    List<Document> items =
        batch.counted().entrySet().stream()
            .map(item -> new Document("id", item.getKey()).append("in", item.getValue()))
            .toList();
    return collection
            .updateOne(
                Filters.and(ours(lease), Filters.eq("batches", batch.number() - 1)),
                Updates.combine(
                    Updates.inc("responses", batch.delta()),
                    Updates.set("batches", batch.number()),
                    Updates.set(
                        "batch", new Document("number", batch.number()).append("items", items))))
            .getMatchedCount()
        == 1;
  }

  /// All comments of this batch are marked.
  void finished(String letterId, Batch batch) {
    collection.updateOne(
        Filters.and(Filters.eq("_id", letterId), Filters.eq("batch.number", batch.number())),
        Updates.unset("batch"));
  }

  /// Gives a thread back.
  void release(Lease lease) {
    collection.updateOne(ours(lease), Updates.unset("lease"));
  }

  private static Bson ours(Lease lease) {
    return Filters.and(
        Filters.eq("_id", lease.letterId()), Filters.eq("lease.owner", lease.owner()));
  }

  private static @Nullable Batch read(@Nullable Document stored) {
    if (stored == null) {
      return null;
    }
    Map<String, Boolean> counted = new LinkedHashMap<>();
    stored
        .getList("items", Document.class)
        .forEach(item -> counted.put(item.getString("id"), item.getBoolean("in")));
    return new Batch(stored.getLong("number"), counted);
  }
}
