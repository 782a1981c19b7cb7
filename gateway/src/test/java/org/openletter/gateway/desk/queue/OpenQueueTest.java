package org.openletter.gateway.desk.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openletter.gateway.neighbour.comments.FakeQueue;
import org.openletter.gateway.neighbour.comments.FakeThreads;
import org.openletter.gateway.neighbour.comments.Reason;
import org.openletter.platform.problem.NoAnswer;

class OpenQueueTest {

  private static final QueuePlace START = new QueuePlace(null, null);

  private final FakeQueue queue = new FakeQueue();
  private final FakeThreads threads = new FakeThreads();
  private final OpenQueue openQueue = new OpenQueue(queue, threads);

  @BeforeEach
  void threeWait() {
    queue.items.addAll(List.of(queue.waiting(1), queue.waiting(2), queue.waiting(3)));
  }

  @Test
  void opensTheOldestOne() {
    var page = openQueue.open(START);

    assertThat(page.chosen()).isEqualTo(new Item(queue.items.getFirst()));
    assertThat(page.following()).isEqualTo(new Item(queue.items.get(1)));
    assertThat(page.absent()).isFalse();
  }

  @Test
  void opensTheOneThatWasAskedFor() {
    var page = openQueue.open(START, FakeQueue.LETTER, FakeQueue.id(3));

    assertThat(page.chosen()).isEqualTo(new Item(queue.items.get(2)));
    // After the last one comes the one before it.
    assertThat(page.following()).isEqualTo(new Item(queue.items.get(1)));
  }

  @Test
  void findsOneThatIsOnAnotherPage() {
    var page = openQueue.open(new QueuePlace(null, "later"), FakeQueue.LETTER, FakeQueue.id(2));

    assertThat(page.items()).isEmpty();
    assertThat(page.chosen()).isEqualTo(new Item(queue.items.get(1)));
  }

  @Test
  void opensAPublicOneThatSheMayRemove() {
    threads.published.add(queue.comment(9, "published", true));

    var page = openQueue.open(START, FakeQueue.LETTER, FakeQueue.id(9));

    assertThat(Objects.requireNonNull(page.chosen()).isPublished()).isTrue();
    assertThat(page.absent()).isFalse();
  }

  @Test
  void doesNotOpenAPublicOneOnTheLetterOfSomebodyElse() {
    threads.published.add(queue.comment(9, "published", false));

    var page = openQueue.open(START, FakeQueue.LETTER, FakeQueue.id(9));

    assertThat(page.absent()).isTrue();
    assertThat(page.chosen()).isEqualTo(new Item(queue.items.getFirst()));
  }

  @Test
  void saysThatNothingWaits() {
    queue.items.clear();

    var page = openQueue.open(START);

    assertThat(page.chosen()).isNull();
    assertThat(page.following()).isNull();
  }

  @Test
  void doesNotTakeSilenceForAnEmptyQueue() {
    queue.failure = new NoAnswer("comments-service", "stopped");

    assertThatThrownBy(() -> openQueue.open(START)).isInstanceOf(NoAnswer.class);
    assertThat(openQueue.openAgain(START).reachable()).isFalse();
    assertThat(openQueue.openAgain(START, FakeQueue.LETTER, FakeQueue.id(1)).reachable()).isFalse();
  }

  @Test
  void countsWhatLooksLikeJunk() {
    queue.items.add(queue.waiting(4, new Reason("repeated", null, 0.9, null)));

    assertThat(openQueue.open(START).junk()).isEqualTo(1);
  }
}
