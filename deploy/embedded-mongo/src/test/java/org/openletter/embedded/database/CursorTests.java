package org.openletter.embedded.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CursorNotFoundException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openletter.embedded.memory.Kept;
import org.openletter.embedded.memory.Limits;
import org.openletter.embedded.memory.Work;
import org.openletter.embedded.scan.Rows;

class CursorTests {

  private static final int MEGABYTE = 1 << 20;

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
  private final InstantSource source = now::get;
  private final Cursors cursors = new Cursors(source.withZone(ZoneOffset.UTC));
  private final long free = Work.OF_THIS_PROCESS.left();

  @AfterEach
  void everythingIsGivenBack() {
    Kept.end();
    cursors.close();
    assertThat(Work.OF_THIS_PROCESS.left()).isEqualTo(free);
  }

  @Test
  void aBatchThatFailsEndsTheCursor() {
    Numbers rows = new Numbers(10);
    long id = opened(rows, MEGABYTE);
    rows.beforeReturn = () -> Kept.add(Limits.OF_THIS_PROCESS.command());
    assertThatThrownBy(() -> more(id)).isInstanceOfSatisfying(MongoServerError.class, refused(146));
    rows.beforeReturn = () -> {};
    assertThatThrownBy(() -> more(id)).isInstanceOf(CursorNotFoundException.class);
    assertThat(Work.OF_THIS_PROCESS.left()).isEqualTo(free);
  }

  @Test
  void aCursorKilledWhileItIsReadKeepsItsShareUntilTheEnd() {
    Numbers rows = new Numbers(10);
    long id = opened(rows, 2 * MEGABYTE);
    List<Long> during = new ArrayList<>();
    rows.beforeReturn =
        () -> {
          assertThat(cursors.kill(id)).isTrue();
          during.add(Kept.mark());
        };
    assertThat(more(id)).hasSize(2);
    assertThat(during).containsExactly(2L * MEGABYTE);
    assertThat(Work.OF_THIS_PROCESS.left()).isEqualTo(free);
    assertThatThrownBy(() -> more(id)).isInstanceOf(CursorNotFoundException.class);
  }

  @Test
  void aCursorIsNotForgottenWhileItIsRead() {
    Numbers rows = new Numbers(10);
    long id = opened(rows, MEGABYTE);
    now.set(now.get().plusSeconds(700));
    rows.beforeReturn = cursors::sweep;
    assertThat(more(id)).hasSize(2);
    rows.beforeReturn = () -> {};
    assertThat(more(id)).hasSize(2);
    now.set(now.get().plusSeconds(700));
    cursors.sweep();
    assertThatThrownBy(() -> more(id)).isInstanceOf(CursorNotFoundException.class);
  }

  @Test
  void cursorsThatWereLeftGiveWayTheOldestFirst() {
    long share = Limits.OF_THIS_PROCESS.command() - MEGABYTE;
    long oldest = opened(new Numbers(10), share);
    now.set(now.get().plusSeconds(1));
    long younger = opened(new Numbers(10), share);
    Kept.begin();
    assertThat(Kept.tryAdd(share)).as("both may still be read").isFalse();
    now.set(now.get().plusSeconds(31));
    Kept.add(share);
    Kept.end();
    assertThatThrownBy(() -> more(oldest))
        .isInstanceOfSatisfying(CursorNotFoundException.class, refused(43));
    assertThat(more(younger)).hasSize(2);
  }

  @Test
  void aLargeCommandAsksCursorsThatWereLeftToo() {
    long id = opened(new Numbers(10), 2 * MEGABYTE);
    now.set(now.get().plusSeconds(31));
    try (Work.Share _ = Work.OF_THIS_PROCESS.take(free)) {
      assertThatThrownBy(() -> more(id)).isInstanceOf(CursorNotFoundException.class);
    }
  }

  @Test
  void aSingleBatchIsWholeOrRefused() {
    Rows cutShort = new Numbers(10);
    assertThatThrownBy(() -> cursors.first("lab.c", cutShort, 5, true))
        .isInstanceOfSatisfying(MongoServerError.class, refused(146));
    assertThat(batch(cursors.first("lab.c", new Numbers(10), 2, true), "firstBatch")).hasSize(2);
    assertThat(batch(cursors.first("lab.c", new Numbers(2), 5, true), "firstBatch")).hasSize(2);
  }

  private static <E extends MongoServerError> Consumer<E> refused(int code) {
    return e -> assertThat(e.getCode()).isEqualTo(code);
  }

  /// A cursor that holds so much after its first batch.
  private long opened(Rows rows, long bytes) {
    Kept.begin();
    Kept.add(bytes);
    Document reply = cursors.first("lab.c", rows, 2, false);
    Kept.end();
    return Argument.number(Argument.document(reply, "cursor"), "id");
  }

  /// As the server does it: whatever happens, the command ends.
  private List<?> more(long id) {
    Kept.begin();
    try {
      return batch(cursors.more(new Document("getMore", id)), "nextBatch");
    } finally {
      Kept.end();
    }
  }

  private static List<?> batch(Document reply, String name) {
    return List.copyOf(Argument.list(Argument.document(reply, "cursor"), name));
  }

  /// Two at a time, however many are asked for.
  private static final class Numbers implements Rows {

    private final int count;
    private int next;
    private Runnable beforeReturn = () -> {};

    private Numbers(int count) {
      this.count = count;
    }

    @Override
    public List<Document> take(int most, int bytes) {
      List<Document> batch = List.of(new Document("n", next++), new Document("n", next++));
      beforeReturn.run();
      return batch;
    }

    @Override
    public boolean isFinished() {
      return next >= count;
    }
  }
}
