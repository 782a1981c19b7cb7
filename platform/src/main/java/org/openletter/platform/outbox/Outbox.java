package org.openletter.platform.outbox;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/// Puts events into the outbox that lives inside an aggregate, in the same write as the change
/// itself. The fields are `outbox`, `outboxPending`, `outboxDue`, `outboxClaim` and `outboxTries`.
public final class Outbox {

  /// A full outbox refuses the write instead of dropping an event.
  public static final int MOST = 100;

  /// The name of the index that the relay reads.
  static final String INDEX = "outbox-pending";

  private Outbox() {}

  /// The part of an update that adds events. Combine it with the change, and `room()` with the
  /// filter.
  public static Bson push(List<OutboxEvent> events) {
    return Updates.combine(
        Updates.pushEach("outbox", events.stream().map(OutboxEvent::toDocument).toList()),
        Updates.set("outboxPending", true),
        Updates.min("outboxDue", due(events)));
  }

  /// The part of a filter that only matches while there is room for one more event.
  public static Bson room() {
    return Filters.exists("outbox." + (MOST - 1), false);
  }

  /// Adds events to a document that is about to be inserted.
  public static void into(Document inserted, List<OutboxEvent> events) {
    if (!events.isEmpty()) {
      inserted
          .append("outbox", events.stream().map(OutboxEvent::toDocument).toList())
          .append("outboxPending", true)
          .append("outboxDue", due(events));
    }
  }

  /// The part of an update that takes back events that did not leave yet.
  public static Bson cancel(List<String> eventIds) {
    return Updates.pull("outbox", Filters.in("id", eventIds));
  }

  /// The index that the relay needs on every collection with an outbox.
  public static IndexModel index() {
    return new IndexModel(
        Indexes.ascending("outboxPending", "outboxDue"),
        new IndexOptions().name(INDEX).partialFilterExpression(Filters.eq("outboxPending", true)));
  }

  private static Date due(List<OutboxEvent> events) {
    return Date.from(
        events.stream().map(OutboxEvent::at).min(Instant::compareTo).orElse(Instant.EPOCH));
  }
}
