package org.openletter.platform.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openletter.platform.worker.Worker.Next;

class WorkerTest {

  private final AtomicInteger done = new AtomicInteger();
  private Worker worker = Worker.of("nothing", Duration.ofHours(1), () -> false);

  @AfterEach
  void stop() {
    worker.stop();
  }

  @Test
  void goesOnAtOnceWhileThereIsMore() {
    worker = Worker.of("three", Duration.ofHours(1), () -> done.incrementAndGet() < 3);
    worker.start();

    await().until(() -> done.get() == 3);
    assertThat(worker.isRunning()).isTrue();
  }

  @Test
  void goesOnAfterAnyException() {
    Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    failures.add(new IllegalStateException("waits"));
    failures.add(new ClassCastException("a bug"));
    failures.add(new StackOverflowError("a deep text"));
    worker =
        Worker.of(
            "fails three times",
            Duration.ofMillis(1),
            () -> {
              switch (failures.poll()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> {}
              }
              done.incrementAndGet();
              return false;
            });
    worker.start();

    await().until(() -> done.get() > 1);
  }

  @Test
  void endsWhenNothingIsLeftForEver() {
    CountDownLatch ended = new CountDownLatch(1);
    worker =
        new Worker("once", Duration.ofMillis(1)) {
          @Override
          protected Next work() {
            if (done.incrementAndGet() == 2) {
              ended.countDown();
              return Next.NEVER;
            }
            return Next.AGAIN;
          }
        };
    worker.start();

    await().until(() -> ended.getCount() == 0);
    await().during(Duration.ofMillis(50)).until(() -> done.get() == 2);
  }

  @Test
  void stopsInTheMiddleOfAPieceThatWaits() {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    worker =
        new Worker("waits", Duration.ofMillis(1)) {
          @Override
          protected Next work() throws InterruptedException {
            begun.countDown();
            try {
              new CountDownLatch(1).await();
            } finally {
              interrupted.countDown();
            }
            return Next.AGAIN;
          }
        };
    worker.start();
    await().until(() -> begun.getCount() == 0);

    worker.stop();

    await().until(() -> interrupted.getCount() == 0);
    assertThat(worker.isRunning()).isFalse();
  }
}
