package org.openletter.platform.outbox;

import java.time.Instant;
import java.util.Date;
import org.bson.Document;

/// Something a neighbour still has to hear.
///
/// @param id made by the sender once; the receiver is idempotent by it
/// @param kind tells the sender's relay whom to call
/// @param body what to say, at most a few kB
/// @param at not before this instant
public record OutboxEvent(String id, EventKind kind, Document body, Instant at) {

  Document toDocument() {
    return new Document("id", id)
        .append("kind", kind.word())
        .append("body", body)
        .append("at", Date.from(at));
  }

  static OutboxEvent of(Document stored, EventKind kind) {
    return new OutboxEvent(
        stored.getString("id"),
        kind,
        stored.get("body", Document.class),
        stored.getDate("at").toInstant());
  }
}
