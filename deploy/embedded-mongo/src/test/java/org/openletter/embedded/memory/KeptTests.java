package org.openletter.embedded.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeptTests {

  private static final int MEGABYTE = 1 << 20;

  private final Work work = new Work(6 * MEGABYTE);
  private final Kept first = new Kept(work, 4 * MEGABYTE);
  private final Kept second = new Kept(work, 4 * MEGABYTE);

  @AfterEach
  void end() {
    Kept.end();
  }

  @Test
  void aCommandThatKeepsTooMuchIsRefused() {
    Kept.begin(first);
    Kept.add(3 * MEGABYTE);
    assertThatThrownBy(() -> Kept.add(2 * MEGABYTE))
        .isInstanceOfSatisfying(
            MongoServerError.class, e -> assertThat(e.getCode()).isEqualTo(146));
    assertThat(Kept.mark()).isEqualTo(3 * MEGABYTE);
  }

  @Test
  void allTogetherKeepNoMoreThanThereIs() {
    Kept.begin(first);
    Kept.add(4 * MEGABYTE);
    Kept.detach();
    Kept.begin(second);
    Kept.add(MEGABYTE);
    assertThat(Kept.tryAdd(3 * MEGABYTE)).isFalse();
    assertThatThrownBy(() -> Kept.add(3 * MEGABYTE)).hasMessageContaining("ask again");
    first.close();
    Kept.add(3 * MEGABYTE);
    assertThat(Kept.mark()).isEqualTo(4 * MEGABYTE);
  }

  @Test
  void whatIsKeptNoMoreIsGivenBack() {
    Kept.begin(first);
    for (int i = 0; i < 100; i++) {
      long mark = Kept.mark();
      Kept.add(3 * MEGABYTE);
      Kept.backTo(mark);
    }
    Kept.add(3 * MEGABYTE);
    Kept.end();
    assertThat(work.left()).isEqualTo(6 * MEGABYTE);
    Kept.add(MEGABYTE); // Of no command.
    assertThat(work.left()).isEqualTo(6 * MEGABYTE);
  }

  @Test
  void itIsGivenBackOnceWhoeverEndsIt() throws Exception {
    int rounds = 20_000;
    Work large = new Work((long) rounds * MEGABYTE);
    List<Kept> all = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      Kept kept = new Kept(large, MEGABYTE);
      Kept.begin(kept);
      Kept.add(MEGABYTE);
      Kept.detach();
      all.add(kept);
    }
    AtomicInteger arrived = new AtomicInteger();
    Callable<Integer> end =
        () -> {
          int round = 0;
          for (Kept kept : all) {
            round++;
            arrived.incrementAndGet();
            while (arrived.get() < 2 * round) {
              Thread.onSpinWait();
            }
            kept.close();
          }
          return round;
        };
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (Future<Integer> ended : threads.invokeAll(List.of(end, end))) {
        assertThat(ended.get()).isEqualTo(rounds);
      }
    }
    assertThat(large.left()).isEqualTo((long) rounds * MEGABYTE);
  }

  @Test
  void whatWasEndedTakesNothingMore() {
    Kept.begin(first);
    first.close();
    Kept.begin(first);
    Kept.add(3 * MEGABYTE);
    assertThat(work.left()).isEqualTo(6 * MEGABYTE);
  }

  @Test
  void aRefusalHoldsNothing() {
    Kept.begin(second);
    Kept.add(4 * MEGABYTE);
    Kept.detach();
    long left = work.left();
    Kept.begin(first);
    assertThat(Kept.tryAdd(4 * MEGABYTE)).isFalse();
    assertThat(work.left()).isEqualTo(left);
  }

  @Test
  void whatCanBeSparedIsAskedForBeforeARefusal() {
    Kept.begin(first);
    Kept.add(4 * MEGABYTE);
    Kept.detach();
    BooleanSupplier spare =
        () -> {
          boolean some = first.isTaken();
          first.close();
          return some;
        };
    work.mayAsk(spare);
    Kept.begin(second);
    Kept.add(4 * MEGABYTE);
    assertThat(first.isTaken()).isFalse();
    assertThat(Kept.mark()).isEqualTo(4 * MEGABYTE);
  }

  @Test
  void manySmallFieldsWeighMoreThanOneLongText() {
    Document numbers = new Document();
    for (int i = 0; i < 100; i++) {
      numbers.append("n" + i, i);
    }
    assertThat(Footprint.of(numbers)).isGreaterThan(10_000);
    assertThat(Footprint.of(new Document("text", "x".repeat(1000)))).isBetween(1000L, 1500L);
    assertThat(Footprint.of(List.of("\u0434".repeat(1000)))).isBetween(2000L, 2500L);
  }
}
