package org.openletter.profiles.author;

import org.openletter.platform.outbox.OutboxEvent;

/// What an author is called now.
record Renamed(String eventId, String accountId, String handle, String name) {

  static Renamed of(OutboxEvent event) {
    return new Renamed(
        event.id(),
        event.body().getString("account"),
        event.body().getString("handle"),
        event.body().getString("name"));
  }
}
