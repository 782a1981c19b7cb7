package org.openletter.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class TimeToLiveTests {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final Clock clock = InstantSource.system().withZone(ZoneOffset.UTC);

  @Test
  void whatIsOverIsRemovedAndNothingElse() throws InterruptedException {
    InstantSource source = now::get;
    try (Lab lab = Lab.inMemory(source.withZone(ZoneOffset.UTC))) {
      MongoCollection<Document> sessions = lab.collection("sessions");
      sessions.createIndex(
          Document.parse("{seen: 1}"), new IndexOptions().expireAfter(60L, TimeUnit.SECONDS));
      sessions.insertOne(new Document("_id", "old").append("seen", START));
      sessions.insertOne(new Document("_id", "new").append("seen", START.plusSeconds(100)));
      sessions.insertOne(new Document("_id", "never"));
      sessions.insertOne(new Document("_id", "text").append("seen", "yesterday"));
      MongoCollection<Document> drafts = lab.collection("drafts");
      drafts.createIndex(
          Document.parse("{at: 1}"),
          new IndexOptions()
              .expireAfter(0L, TimeUnit.SECONDS)
              .partialFilterExpression(new Document("kept", false)));
      drafts.insertOne(new Document("_id", "kept").append("at", START).append("kept", true));
      drafts.insertOne(new Document("_id", "gone").append("at", START).append("kept", false));

      now.set(START.plus(Duration.ofSeconds(61)));
      await(() -> sessions.countDocuments() == 3 && drafts.countDocuments() == 1);
      assertThat(sessions.find().map(d -> d.getString("_id")))
          .containsExactlyInAnyOrder("new", "never", "text");
      assertThat(drafts.find().map(d -> d.getString("_id"))).containsExactly("kept");
      assertThat(lab.isSound("sessions")).isTrue();
      assertThat(lab.mongo.collectionScans()).isZero();
    }
  }

  private void await(BooleanSupplier condition) throws InterruptedException {
    Instant deadline = clock.instant().plusSeconds(20);
    CountDownLatch never = new CountDownLatch(1);
    while (!condition.getAsBoolean()) {
      assertThat(clock.instant()).isBefore(deadline);
      assertThat(never.await(10, TimeUnit.MILLISECONDS)).isFalse();
    }
  }
}
