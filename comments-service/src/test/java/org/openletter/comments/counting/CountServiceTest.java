package org.openletter.comments.counting;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.openletter.comments.OnStage;
import org.springframework.beans.factory.annotation.Autowired;

class CountServiceTest extends OnStage {

  @Autowired private ThreadCounts counts;

  @Autowired private CountResponses countResponses;

  private long counted(String letter) {
    return thread(letter).getLong("responses");
  }

  private Document thread(String letter) {
    return Objects.requireNonNull(
        database.getCollection("threads").find(eq("_id", letter)).first());
  }

  private ThreadCounts.Lease lease(String letter, String owner, Instant until) {
    AtomicReference<ThreadCounts.Lease> taken = new AtomicReference<>();
    // The service's own counter may have the thread just then.
    until(
        "the thread is ours",
        () -> {
          counts.take(letter, owner, clock.instant(), until).ifPresent(taken::set);
          return taken.get() != null;
        });
    return Objects.requireNonNull(taken.get());
  }

  @Test
  void countsADeadCountersBatchOnceAndFinishesIt() {
    String letter = openLetter();
    Instant soon = clock.instant().plus(Duration.ofSeconds(30));
    // A counter takes the thread, counts a batch and dies before it marks the comments.
    ThreadCounts.Lease dead = lease(letter, "dead", soon);
    String first = publicResponse(letter, marit, "One.");
    String second = publicResponse(letter, marit, "Two.");
    Map<String, Boolean> batch = new LinkedHashMap<>();
    batch.put(first, true);
    batch.put(second, true);
    assertThat(counts.count(dead, new ThreadCounts.Batch(dead.batches() + 1, batch))).isTrue();
    assertThat(counted(letter)).isEqualTo(2);

    clock.move(Duration.ofSeconds(31));

    until("the batch is finished", () -> thread(letter).get("batch") == null);
    publicResponse(letter, rosa, "Three.");
    until("three are counted", () -> counted(letter) == 3);
  }

  @Test
  void countsNothingForACounterThatLostItsLease() {
    String letter = openLetter();
    String id = publicResponse(letter, marit, "One.");
    until("it is counted", () -> counted(letter) == 1);
    ThreadCounts.Lease late = lease(letter, "late", clock.instant().plus(Duration.ofSeconds(5)));
    clock.move(Duration.ofSeconds(6));
    ThreadCounts.Lease next = lease(letter, "next", clock.instant().plus(Duration.ofSeconds(5)));

    boolean taken =
        counts.count(late, new ThreadCounts.Batch(late.batches() + 1, Map.of(id, true)));

    assertThat(taken).isFalse();
    assertThat(counted(letter)).isEqualTo(1);
    counts.release(next);
  }

  @Test
  void countsAChangeOnceHoweverOftenItIsTold() {
    String letter = openLetter();
    List<String> ids =
        List.of(publicResponse(letter, marit, "One."), publicResponse(letter, marit, "Two."));
    until("both are counted", () -> counted(letter) == 2);

    for (String id : ids) {
      database
          .getCollection("comments")
          .updateOne(eq("_id", id), Updates.set("settlePending", true));
    }
    countResponses.count(letter);
    until(
        "nothing is pending",
        () ->
            database
                    .getCollection("comments")
                    .find(and(eq("settlePending", true), eq("letterId", letter)))
                    .first()
                == null);

    assertThat(counted(letter)).isEqualTo(2);
    withdraw(letter, ids.getFirst(), marit);
    until("one is counted", () -> counted(letter) == 1);
  }
}
