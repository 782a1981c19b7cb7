package org.openletter.embedded.database;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CursorNotFoundException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.openletter.embedded.memory.Kept;
import org.openletter.embedded.memory.Limits;
import org.openletter.embedded.memory.Work;
import org.openletter.embedded.scan.Rows;

/// Replies in batches, and the results of which a client has not yet had the last batch.
public final class Cursors implements AutoCloseable {

  /// As many as MongoDB sends when nobody says how many.
  private static final int FIRST_BATCH = 101;

  /// Replies stay far below the 48 MB at which a driver gives up: the last document may be 16 MB.
  private static final int BATCH_BYTES = Limits.OF_THIS_PROCESS.batch();

  /// As long as MongoDB keeps a cursor that nobody asks.
  private static final Duration KEPT = Duration.ofMinutes(10);

  /// A reader of whom nothing was heard for so long may lose the cursor when there is no memory for
  /// others; one that goes from batch to batch does not.
  private static final Duration BEING_READ = Duration.ofSeconds(30);

  private final Map<Long, Open> open = new ConcurrentHashMap<>();
  private final AtomicLong lastId = new AtomicLong();
  private final Clock clock;
  private final BooleanSupplier letGo = this::letGoOfOne;

  /// The clock tells which cursors were forgotten.
  public Cursors(Clock clock) {
    this.clock = clock;
    Work.OF_THIS_PROCESS.mayAsk(letGo);
  }

  /// The reply with the first batch.
  ///
  /// @param batchSize documents in it, negative when the client left it open
  /// @param only whether the client wants no other batch; then it is whole or refused
  Document first(String namespace, Rows rows, int batchSize, boolean only) {
    int wanted = batchSize < 0 ? FIRST_BATCH : batchSize;
    List<Document> batch = rows.take(wanted, BATCH_BYTES);
    if (rows.isFinished() || (only && batch.size() == wanted)) {
      return reply(0, namespace, "firstBatch", batch);
    }
    if (only) {
      throw Work.refusal("the documents do not fit into a single batch: ask for fewer, or in more");
    }
    long id = lastId.incrementAndGet();
    open.put(id, new Open(rows, namespace, clock.instant(), Kept.detach()));
    return reply(id, namespace, "firstBatch", batch);
  }

  /// The reply to `getMore`. When it fails, rows may have been read that nobody gets: the cursor
  /// does not go on behind them, it ends.
  public Document more(Document command) {
    long id = Argument.number(command, "getMore");
    int batchSize = Argument.numberOr(0, command.get("batchSize"));
    Open cursor = open.get(id);
    if (cursor == null) {
      throw new CursorNotFoundException(id);
    }
    synchronized (cursor) {
      if (!cursor.idle.compareAndSet(true, false)) {
        throw new CursorNotFoundException(id); // It ended while this waited for the batch before.
      }
      Kept.end();
      Kept.begin(cursor.kept);
      List<Document> batch;
      boolean goesOn = false;
      try {
        batch = cursor.rows.take(batchSize == 0 ? Integer.MAX_VALUE : batchSize, BATCH_BYTES);
        goesOn = !cursor.rows.isFinished();
      } finally {
        if (!goesOn) {
          open.remove(id); // What it kept ends with this command.
        }
      }
      if (goesOn) {
        Kept.detach();
        cursor.used = clock.instant();
        cursor.idle.set(true);
        if (!open.containsKey(id)) {
          cursor.end(); // It was killed meanwhile.
        }
      }
      return reply(goesOn ? id : 0, cursor.namespace, "nextBatch", batch);
    }
  }

  /// Forgets a cursor; false when there is none of this id.
  public boolean kill(long id) {
    Open cursor = open.remove(id);
    if (cursor != null) {
      cursor.end();
    }
    return cursor != null;
  }

  /// Forgets those that nobody asked for ten minutes.
  public void sweep() {
    Instant before = clock.instant().minus(KEPT);
    open.forEach((id, cursor) -> {
      if (cursor.isLeftSince(before) && cursor.end()) {
        open.remove(id);
      }
    });
  }

  /// For others that need memory: the one that waits longest, of those that hold some.
  private boolean letGoOfOne() {
    Instant before = clock.instant().minus(BEING_READ);
    Optional<Map.Entry<Long, Open>> longest =
        open.entrySet().stream()
            .filter(each -> each.getValue().isLeftSince(before) && each.getValue().kept.isTaken())
            .min(Comparator.comparing(each -> each.getValue().used));
    longest.filter(each -> each.getValue().end()).ifPresent(each -> open.remove(each.getKey()));
    return longest.isPresent();
  }

  /// Forgets all.
  @Override
  public void close() {
    Work.OF_THIS_PROCESS.mayNotAsk(letGo);
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

    /// True between two batches. Who turns it to false has the cursor to itself: to read the next
    /// batch, or to end it.
    private final AtomicBoolean idle = new AtomicBoolean(true);

    private volatile Instant used;

    private Open(Rows rows, String namespace, Instant used, Kept kept) {
      this.rows = rows;
      this.namespace = namespace;
      this.used = used;
      this.kept = kept;
    }

    private boolean isLeftSince(Instant before) {
      return idle.get() && used.isBefore(before);
    }

    /// Gives back what it kept; false while a batch is read, and then that does it at its end.
    private boolean end() {
      boolean mine = idle.compareAndSet(true, false);
      if (mine) {
        kept.close();
      }
      return mine;
    }
  }
}
