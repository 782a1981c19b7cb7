package org.openletter.embedded.database;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CursorNotFoundException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.openletter.embedded.memory.Kept;
import org.openletter.embedded.memory.Limits;
import org.openletter.embedded.scan.Rows;

/// Replies in batches, and the results of which a client has not yet had the last batch.
public final class Cursors implements AutoCloseable {

  /// As many as MongoDB sends when nobody says how many.
  private static final int FIRST_BATCH = 101;

  /// Replies stay far below the 48 MB at which a driver gives up: the last document may be 16 MB.
  private static final int BATCH_BYTES = Limits.OF_THIS_PROCESS.batch();

  /// As long as MongoDB keeps a cursor that nobody asks.
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final Map<Long, Open> open = new ConcurrentHashMap<>();
  private final AtomicLong lastId = new AtomicLong();
  private final Clock clock;

  /// The clock tells which cursors were forgotten.
  public Cursors(Clock clock) {
    this.clock = clock;
  }

  /// The reply with the first batch.
  ///
  /// @param batchSize documents in it, negative when the client left it open
  /// @param only whether the client wants no other batch
  Document first(String namespace, Rows rows, int batchSize, boolean only) {
    List<Document> batch = rows.take(batchSize < 0 ? FIRST_BATCH : batchSize, BATCH_BYTES);
    long id = 0;
    if (!rows.isFinished() && !only) {
      id = lastId.incrementAndGet();
      open.put(id, new Open(rows, namespace, clock.instant(), Kept.detach()));
    }
    return reply(id, namespace, "firstBatch", batch);
  }

  /// The reply to `getMore`.
  public Document more(Document command) {
    long id = Argument.number(command, "getMore");
    Open cursor = open.get(id);
    if (cursor == null) {
      throw new CursorNotFoundException(id);
    }
    int batchSize = Argument.numberOr(0, command.get("batchSize"));
    synchronized (cursor) {
      Kept.end();
      Kept.begin(cursor.kept);
      List<Document> batch =
          cursor.rows.take(batchSize == 0 ? Integer.MAX_VALUE : batchSize, BATCH_BYTES);
      cursor.used = clock.instant();
      if (cursor.rows.isFinished()) {
        open.remove(id);
        id = 0;
      }
      if (id != 0 && open.containsKey(id)) {
        Kept.detach(); // Else it ends with this command.
      }
      return reply(id, cursor.namespace, "nextBatch", batch);
    }
  }

  /// Forgets a cursor; false when there is none of this id.
  public boolean kill(long id) {
    Open cursor = open.remove(id);
    if (cursor != null) {
      cursor.giveBack();
    }
    return cursor != null;
  }

  /// Forgets those that nobody asked for ten minutes.
  public void sweep() {
    Instant before = clock.instant().minus(KEPT);
    open.forEach((id, cursor) -> {
      if (cursor.used.isBefore(before)) {
        kill(id);
      }
    });
  }

  /// Forgets all.
  @Override
  public void close() {
    open.keySet().forEach(this::kill);
  }

  private static Document reply(long id, String namespace, String name, List<Document> batch) {
    Document cursor = new Document("id", id).append("ns", namespace).append(name, batch);
    return new Document("cursor", cursor).append("ok", 1.0);
  }

  private static final class Open {

    private final Rows rows;
    private final String namespace;
    private final Kept kept;
    private volatile Instant used;

    private Open(Rows rows, String namespace, Instant used, Kept kept) {
      this.rows = rows;
      this.namespace = namespace;
      this.used = used;
      this.kept = kept;
    }

    private synchronized void giveBack() {
      kept.close();
    }
  }
}
