package org.openletter.platform.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/// One document that this instance works on, and what became of its events in this round. Several
/// receivers report to it at once.
final class Claimed {

  private final Bson key;
  private final List<Document> outbox;
  private final int tries;
  private final Set<String> heard = new HashSet<>();
  private @Nullable Instant next;
  private boolean failed;

  Claimed(Bson key, List<Document> outbox, int tries) {
    this.key = key;
    this.outbox = List.copyOf(outbox);
    this.tries = tries;
  }

  /// The shard key and the id.
  Bson key() {
    return key;
  }

  /// Its events as they were stored when it was claimed, in order.
  List<Document> outbox() {
    return outbox;
  }

  /// Rounds in a row in which something of it had to wait.
  int tries() {
    return tries;
  }

  synchronized void heard(String eventId) {
    heard.add(eventId);
  }

  /// Something of it is to be looked at from then on.
  synchronized void again(Instant at) {
    next = next == null || at.isBefore(next) ? at : next;
  }

  /// Something of it failed and waits until then.
  synchronized void failed(Instant until) {
    failed = true;
    again(until);
  }

  /// Ids of events that need not be told any more.
  synchronized List<String> gone() {
    return new ArrayList<>(heard);
  }

  /// When it is due again; null when nothing of it is left.
  synchronized @Nullable Instant next() {
    return next;
  }

  synchronized int triesAfter() {
    return failed ? tries + 1 : 0;
  }
}
