package org.openletter.platform.outbox;

import com.mongodb.client.MongoCollection;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.openletter.platform.status.Backlog;
import org.openletter.platform.worker.Worker;

/// Delivers the events of one collection's outboxes at least once, those of one document to one
/// name in order, until whoever hears them has acknowledged. A receiver that answers 4xx will
/// answer the same next time: that counts as acknowledged and is logged, except where waiting or
/// signing in again may help (401, 403, 408, 425, 429, 503).
public final class OutboxRelay extends Worker implements Backlog {

  private static final int BATCH = 100;

  private final String name;
  private final OutboxStore store;
  private final Map<String, Receiver> receivers;
  private final Silences silences;
  private final Clock clock;
  private final OutboxSettings settings;

  /// A relay for one collection.
  ///
  /// @param name for the admin page, in plain words
  /// @param keyFields the shard key first, then `_id`: every write names them
  /// @param kinds all kinds that are ever written there
  /// @param receivers one for each of these kinds
  /// @throws IllegalStateException when a kind has no receiver, or more than one
  public <K extends Enum<K> & EventKind> OutboxRelay(
      String name,
      MongoCollection<Document> collection,
      List<String> keyFields,
      Class<K> kinds,
      List<Receiver> receivers,
      Clock clock,
      OutboxSettings settings) {
    super("outbox " + name, settings.poll());
    this.name = name;
    this.store = new OutboxStore(collection, keyFields);
    this.receivers = byKind(kinds, receivers);
    this.silences = new Silences(settings);
    this.clock = clock;
    this.settings = settings;
  }

  private static <K extends Enum<K> & EventKind> Map<String, Receiver> byKind(
      Class<K> kinds, List<Receiver> receivers) {
    Map<String, Receiver> byKind = new HashMap<>();
    for (Receiver receiver : receivers) {
      if (byKind.put(receiver.kind().word(), receiver) != null) {
        throw new IllegalStateException("two receivers for " + receiver.kind().word());
      }
    }
    for (K kind : EnumSet.allOf(kinds)) {
      if (!byKind.containsKey(kind.word())) {
        throw new IllegalStateException("nobody hears of " + kind.word());
      }
    }
    return Map.copyOf(byKind);
  }

  /// Looks once and delivers what is due. Returns how many documents it found due.
  public int relayOnce() {
    Instant now = clock.instant();
    List<Document> due = store.due(now, BATCH);
    if (due.isEmpty()) {
      return 0;
    }
    String claim = OutboxStore.newClaim();
    List<Claimed> claimed = store.claim(due, claim, now, settings.lease());
    if (!claimed.isEmpty()) {
      Instant end = now.plus(settings.lease().dividedBy(2));
      boolean stopping = new Round(name, receivers, silences, clock, end).tell(claimed);
      store.settle(claimed, claim, clock.instant());
      if (stopping) {
        Thread.currentThread().interrupt();
      }
    }
    return due.size();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long waiting() {
    return store.waiting();
  }

  @Override
  public Optional<Instant> oldest() {
    return store.oldest();
  }

  @Override
  protected Next work() {
    return relayOnce() < BATCH ? Next.LATER : Next.AGAIN;
  }
}
