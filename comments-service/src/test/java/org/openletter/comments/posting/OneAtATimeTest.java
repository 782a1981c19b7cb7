package org.openletter.comments.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OneAtATimeTest {

  private final OneAtATime oneAtATime = new OneAtATime();

  @Test
  void letsOnePersonDoOneThingAtATime() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Future<Integer>> all = new ArrayList<>();
    try (ExecutorService hands = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 5000; i++) {
        all.add(hands.submit(() -> oneAtATime.run("marit", () -> enter(inside, most))));
      }
    }
    for (Future<Integer> one : all) {
      assertThat(one.get()).isZero();
    }
    assertThat(most).hasValue(1);
  }

  private static int enter(AtomicInteger inside, AtomicInteger most) {
    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
    return inside.decrementAndGet();
  }

  @Test
  void letsDifferentPeopleDoThingsAtOnce() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Boolean> one = hands.submit(() -> oneAtATime.run("a", () -> meet(both)));
      Future<Boolean> other = hands.submit(() -> oneAtATime.run("b", () -> meet(both)));
      assertThat(one.get()).isTrue();
      assertThat(other.get()).isTrue();
    }
  }

  private static boolean meet(CountDownLatch both) {
    both.countDown();
    try {
      return both.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
