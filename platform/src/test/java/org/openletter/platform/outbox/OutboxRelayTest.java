package org.openletter.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openletter.embedded.EmbeddedMongo;
import org.openletter.platform.problem.CallRefused;
import org.openletter.platform.problem.NoAnswer;

class OutboxRelayTest {

  private static EmbeddedMongo server;
  private static MongoClient client;

  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
  private Instant now = Instant.parse("2026-11-14T10:00:00Z");
  private MongoCollection<Document> things;

  @BeforeAll
  static void start() {
    server = EmbeddedMongo.inMemory();
    client = MongoClients.create(server.uri());
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
  }

  @BeforeEach
  void freshCollection() {
    things = client.getDatabase("outbox").getCollection("things-" + UUID.randomUUID());
    things.createIndexes(List.of(Outbox.index()));
  }

  @Test
  void deliversInOrderAndClears() {
    insert("a", event("1", now), event("2", now));

    assertThat(relay(e -> heard.add(e.id())).relayOnce()).isEqualTo(1);

    assertThat(heard).containsExactly("1", "2");
    assertThat(stored("a")).doesNotContainKeys("outboxPending", "outboxDue", "outboxLease");
    assertThat(relay(e -> heard.add(e.id())).relayOnce()).isZero();
  }

  @Test
  void keepsNothingFromOneReceiverBecauseOfAnother() {
    insert("a", event("away-1", now), event("away-2", now), event("here-1", now));
    List<String> tried = Collections.synchronizedList(new ArrayList<>());
    OutboxRelay relay =
        relay(e -> {
          tried.add(e.id());
          if (e.id().startsWith("away")) {
            throw new NoAnswer("comments-service", "stopped");
          }
        });

    relay.relayOnce();

    assertThat(tried).filteredOn(id -> id.startsWith("away")).containsExactly("away-1");
    assertThat(tried).filteredOn(id -> id.startsWith("here")).containsExactly("here-1");
    assertThat(stored("a").getList("outbox", Document.class))
        .extracting(event -> event.getString("id"))
        .containsExactly("away-1", "away-2");
    assertThat(stored("a")).containsEntry("outboxPending", true).containsEntry("outboxTries", 1);
  }

  @Test
  void keepsWhatWasNotAcknowledgedAndWhatStandsBehindIt() {
    insert("a", event("1", now), event("2", now), event("3", now));
    Consumer<OutboxEvent> failsAtTwo =
        e -> {
          if (e.id().equals("2")) {
            throw new NoAnswer("neighbour", "down");
          }
          heard.add(e.id());
        };
    OutboxRelay relay = relay(failsAtTwo);
    relay.relayOnce();
    assertThat(heard).containsExactly("1");
    assertThat(relay.relayOnce()).as("it waits before it tries again").isZero();

    now = now.plusSeconds(2);
    relay(e -> heard.add(e.id())).relayOnce();

    assertThat(heard).containsExactly("1", "2", "3");
  }

  @Test
  void waitsForTheTimeOfAnEventAndCanStillCancelIt() {
    insert("a", event("later", now.plusSeconds(600)), event("soon", now));
    OutboxRelay relay = relay(e -> heard.add(e.id()));
    relay.relayOnce();
    assertThat(heard).containsExactly("soon");

    things.updateOne(Filters.eq("_id", "a"), Outbox.cancel(List.of("later")));
    now = now.plusSeconds(700);
    relay.relayOnce();

    assertThat(heard).containsExactly("soon");
    assertThat(stored("a")).doesNotContainKey("outboxPending");
  }

  @Test
  void deliversAnEventThatWasPushedWhileItWorked() {
    insert("a", event("1", now), event("later", now.plusSeconds(600)));
    OutboxRelay relay =
        relay(e -> {
          heard.add(e.id());
          if (e.id().equals("1")) {
            things.updateOne(Filters.eq("_id", "a"), Outbox.push(List.of(event("2", now))));
          }
        });
    relay.relayOnce();
    relay.relayOnce();

    assertThat(heard).containsExactly("1", "2");
  }

  @Test
  void aRefusalForGoodCountsAsHeard() {
    insert("a", event("1", now), event("2", now));
    relay(
            e -> {
              if (e.id().equals("1")) {
                throw new CallRefused(404, "not-found", "gone", null, Map.of());
              }
              heard.add(e.id());
            })
        .relayOnce();

    assertThat(heard).containsExactly("2");
    assertThat(stored("a")).doesNotContainKey("outboxPending");
  }

  @Test
  void aRefusalThatMayPassIsTriedAgain() {
    insert("a", event("1", now));
    relay(
            _ -> {
              throw new CallRefused(429, "slow-down", "later", null, Map.of());
            })
        .relayOnce();
    now = now.plusSeconds(2);
    relay(e -> heard.add(e.id())).relayOnce();

    assertThat(heard).containsExactly("1");
  }

  @Test
  void onlyOneOfTwoInstancesDelivers() {
    insert("a", event("1", now));
    OutboxRelay second = relay(e -> heard.add("second " + e.id()));
    relay(
            e -> {
              heard.add("first " + e.id());
              second.relayOnce();
            })
        .relayOnce();

    assertThat(heard).containsExactly("first 1");
  }

  @Test
  void anotherInstanceTakesOverWhenTheLeaseHasEnded() {
    insert("a", event("1", now));
    things.updateOne(
        Filters.eq("_id", "a"),
        new Document(
            "$set", new Document("outboxLease", java.util.Date.from(now.plusSeconds(30)))));
    relay(e -> heard.add(e.id())).relayOnce();
    assertThat(heard).isEmpty();

    now = now.plusSeconds(31);
    relay(e -> heard.add(e.id())).relayOnce();
    assertThat(heard).containsExactly("1");
  }

  @Test
  void aFullOutboxRefusesTheWriteInsteadOfDroppingAnEvent() {
    insert("a", event("0", now));
    for (int i = 1; i < Outbox.MOST; i++) {
      assertThat(push(event(Integer.toString(i), now))).isEqualTo(1);
    }

    assertThat(push(event("too many", now))).isZero();
    assertThat(stored("a").getList("outbox", Document.class)).hasSize(Outbox.MOST);
  }

  @Test
  void tellsHowManyWaitAndSinceWhen() {
    insert("a", event("1", now.minusSeconds(90)));
    insert("b", event("2", now));
    OutboxRelay relay = relay(e -> heard.add(e.id()));

    assertThat(relay.waiting()).isEqualTo(2);
    assertThat(relay.oldest()).contains(now.minusSeconds(90));
  }

  private long push(OutboxEvent event) {
    return things
        .updateOne(Filters.and(Filters.eq("_id", "a"), Outbox.room()), Outbox.push(List.of(event)))
        .getMatchedCount();
  }

  private void insert(String id, OutboxEvent... events) {
    Document thing = new Document("_id", id);
    Outbox.into(thing, List.of(events));
    things.insertOne(thing);
  }

  private Document stored(String id) {
    return java.util.Objects.requireNonNull(things.find(Filters.eq("_id", id)).limit(1).first());
  }

  private OutboxRelay relay(Consumer<OutboxEvent> deliver) {
    InstantSource source = () -> now;
    return new OutboxRelay(
        "Things",
        things,
        List.of("_id"),
        Kind.class,
        List.of(
            Receiver.ofEach(Kind.TOLD, "one", deliver),
            Receiver.ofEach(Kind.FAR, "another", deliver)),
        source.withZone(ZoneOffset.UTC),
        new OutboxSettings(
            Duration.ofMillis(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(1),
            Duration.ofSeconds(15)));
  }

  private enum Kind implements EventKind {
    TOLD,
    FAR
  }

  private static OutboxEvent event(String id, Instant at) {
    Kind kind = id.startsWith("away") ? Kind.FAR : Kind.TOLD;
    return new OutboxEvent(id, kind, new Document("of", id), at);
  }
}
