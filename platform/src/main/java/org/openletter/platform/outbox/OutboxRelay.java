package org.openletter.platform.outbox;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.call.CallRefused;
import org.openletter.platform.problem.Failure;
import org.openletter.platform.status.Backlog;
import org.openletter.platform.worker.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Delivers the events of one collection's outboxes at least once, those of one document to one
/// receiver in order, until the receiver has acknowledged. A receiver that answers 4xx will answer
/// the same next time: that counts as acknowledged and is logged, except where waiting or signing
/// in again may help (401, 403, 408, 425, 429, 503).
public final class OutboxRelay extends Worker implements Backlog {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);

  private static final int BATCH = 100;

  private static final int MOST_COUNTED = 10_000;

  private static final List<Integer> WORTH_WAITING = List.of(401, 403, 408, 425, 429, 503);

  private final String name;
  private final MongoCollection<Document> collection;
  private final List<String> keyFields;
  private final Function<OutboxEvent, String> receiver;
  private final Consumer<OutboxEvent> deliver;
  private final Clock clock;
  private final OutboxSettings settings;

  /// A relay for one collection whose events all go to one receiver.
  ///
  /// @param name for the admin page, in plain words
  /// @param keyFields the shard key first, then `_id`: every claim names them
  /// @param deliver calls the receiver and returns when it has acknowledged
  public OutboxRelay(
      String name,
      MongoCollection<Document> collection,
      List<String> keyFields,
      Consumer<OutboxEvent> deliver,
      Clock clock,
      OutboxSettings settings) {
    this(name, collection, keyFields, _ -> name, deliver, clock, settings);
  }

  /// A relay for one collection.
  ///
  /// @param receiver who an event is for: what one does not take yet keeps nothing from the others,
  ///   but those of one document share the wait after a failure
  public OutboxRelay(
      String name,
      MongoCollection<Document> collection,
      List<String> keyFields,
      Function<OutboxEvent, String> receiver,
      Consumer<OutboxEvent> deliver,
      Clock clock,
      OutboxSettings settings) {
    super("outbox " + name, settings.poll());
    this.name = name;
    this.collection = collection;
    this.keyFields = List.copyOf(keyFields);
    this.receiver = receiver;
    this.deliver = deliver;
    this.clock = clock;
    this.settings = settings;
  }

  /// Looks once and delivers what is due. Returns how many documents it found due.
  public int relayOnce() {
    List<Document> due =
        collection
            .find(Filters.and(Filters.eq("outboxPending", true), Filters.lte("outboxDue", now())))
            .sort(Sorts.ascending("outboxDue"))
            .projection(Projections.include(keyFields))
            .limit(BATCH)
            .into(new ArrayList<>());
    try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (Document found : due) {
        all.add(each.submit(() -> relay(found)));
      }
      for (Future<?> one : all) {
        try {
          one.get();
        } catch (java.util.concurrent.ExecutionException failed) {
          LOG.warn("{}: {}", name, Failure.kind(failed));
        }
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    return due.size();
  }

  private void relay(Document found) {
    Bson key = Filters.and(keyFields.stream().map(f -> Filters.eq(f, found.get(f))).toList());
    Document claimed =
        collection.findOneAndUpdate(
            Filters.and(
                key,
                Filters.eq("outboxPending", true),
                Filters.or(
                    Filters.exists("outboxLease", false), Filters.lte("outboxLease", now()))),
            Updates.set("outboxLease", Date.from(clock.instant().plus(settings.lease()))),
            new FindOneAndUpdateOptions()
                .projection(Projections.include("outbox", "outboxTries"))
                .returnDocument(ReturnDocument.AFTER));
    if (claimed == null) {
      return;
    }
    List<String> delivered = new ArrayList<>();
    Instant next = null;
    int tries = claimed.getInteger("outboxTries", 0);
    Set<String> silent = new HashSet<>();
    List<Document> outbox = claimed.getList("outbox", Document.class, List.of());
    for (Document stored : outbox) {
      OutboxEvent event = OutboxEvent.of(stored);
      if (event.at().isAfter(clock.instant())) {
        next = next == null || event.at().isBefore(next) ? event.at() : next;
      } else if (!silent.contains(receiver.apply(event))) {
        if (delivered(event, tries)) {
          delivered.add(event.id());
        } else {
          silent.add(receiver.apply(event));
        }
      }
    }
    if (!silent.isEmpty()) {
      Instant again = clock.instant().plus(waitAfter(tries));
      next = next == null || again.isBefore(next) ? again : next;
    }
    release(key, outbox.size(), delivered, next, silent.isEmpty() ? 0 : tries + 1);
  }

  private boolean delivered(OutboxEvent event, int tries) {
    try {
      deliver.accept(event);
      return true;
    } catch (CallRefused refused) {
      if (WORTH_WAITING.contains(refused.status())) {
        waits(event, tries, refused);
        return false;
      }
      LOG.warn(
          "{}: {} was refused for good: {} {}",
          name,
          event.kind(),
          refused.status(),
          refused.type());
      return true;
    } catch (RuntimeException failed) {
      waits(event, tries, failed);
      return false;
    }
  }

  // Said once; while a neighbour is down this would be said for every event every few seconds.
  private void waits(OutboxEvent event, int tries, RuntimeException why) {
    if (tries == 0) {
      LOG.info("{}: {} waits: {}", name, event.kind(), Failure.line(why));
    }
  }

  private void release(
      Bson key, int seen, List<String> delivered, @Nullable Instant next, int tries) {
    List<Bson> updates = new ArrayList<>();
    updates.add(Updates.unset("outboxLease"));
    updates.add(Updates.set("outboxTries", tries));
    if (!delivered.isEmpty()) {
      updates.add(Updates.pull("outbox", Filters.in("id", delivered)));
    }
    if (next == null) {
      collection.updateOne(key, Updates.combine(updates));
      // Guarded: an event that was pushed meanwhile keeps the document pending.
      collection.updateOne(
          Filters.and(key, Filters.size("outbox", 0)),
          Updates.combine(Updates.unset("outboxPending"), Updates.unset("outboxDue")));
      return;
    }
    List<Bson> postponed = new ArrayList<>(updates);
    postponed.add(Updates.set("outboxDue", Date.from(next)));
    Bson nothingNew = Filters.exists("outbox." + seen, false);
    if (collection
            .updateOne(Filters.and(key, nothingNew), Updates.combine(postponed))
            .getMatchedCount()
        == 0) {
      // An event was pushed meanwhile: its own due time stands.
      collection.updateOne(key, Updates.combine(updates));
    }
  }

  private Duration waitAfter(int tries) {
    Duration wait = settings.firstWait().multipliedBy(1L << Math.min(tries, 10));
    return wait.compareTo(settings.longestWait()) > 0 ? settings.longestWait() : wait;
  }

  private Date now() {
    return Date.from(clock.instant());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long waiting() {
    long waiting = 0;
    for (Document _ :
        collection
            .find(Filters.eq("outboxPending", true))
            .projection(Projections.include("_id"))
            .limit(MOST_COUNTED)) {
      waiting++;
    }
    return waiting;
  }

  @Override
  public Optional<Instant> oldest() {
    Document first =
        collection
            .find(Filters.eq("outboxPending", true))
            .sort(Sorts.ascending("outboxDue"))
            .projection(Projections.include("outbox.at"))
            .limit(1)
            .first();
    return first == null
        ? Optional.empty()
        : first.getList("outbox", Document.class, List.of()).stream()
            .map(event -> event.getDate("at").toInstant())
            .min(Instant::compareTo);
  }

  @Override
  protected Next work() {
    return relayOnce() < BATCH ? Next.LATER : Next.AGAIN;
  }
}
