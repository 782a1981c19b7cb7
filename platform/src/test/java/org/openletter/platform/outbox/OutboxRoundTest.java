package org.openletter.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openletter.embedded.EmbeddedMongo;
import org.openletter.platform.problem.CallRefused;
import org.openletter.platform.problem.NoAnswer;

/// What one round does with many documents at once.
class OutboxRoundTest {

  private static final AtomicInteger COMMANDS = new AtomicInteger();

  private static EmbeddedMongo server;
  private static MongoClient client;

  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
  private final List<Integer> calls = Collections.synchronizedList(new ArrayList<>());
  private final List<Integer> farCalls = Collections.synchronizedList(new ArrayList<>());
  private Instant now = Instant.parse("2026-11-14T10:00:00Z");
  private MongoCollection<Document> things;

  private enum Kind implements EventKind {
    TOLD,
    FAR
  }

  @BeforeAll
  static void start() {
    server = EmbeddedMongo.inMemory();
    client =
        MongoClients.create(
            MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(server.uri()))
                .addCommandListener(
                    new CommandListener() {
                      @Override
                      public void commandStarted(CommandStartedEvent event) {
                        COMMANDS.incrementAndGet();
                      }
                    })
                .build());
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
  void asksTheDatabaseAsOftenForAHundredDocumentsAsForOne() {
    insert("one", Kind.TOLD);
    int forOne = commandsOf(relay(this::takeAll));
    for (int i = 0; i < 100; i++) {
      insert("many-%03d".formatted(i), Kind.TOLD, Kind.FAR);
    }

    assertThat(commandsOf(relay(this::takeAll))).isEqualTo(forOne).isEqualTo(4);

    assertThat(heard).hasSize(201);
    assertThat(things.countDocuments(Filters.exists("outboxPending"))).isZero();
  }

  @Test
  void tellsManyInOneCallAndNeverTwoOfOneDocument() {
    for (int i = 0; i < 3; i++) {
      insert("d" + i, Kind.TOLD, Kind.TOLD);
    }

    relay(this::takeAll).relayOnce();

    assertThat(calls).containsExactly(3, 3);
    assertThat(heard).containsExactly("d0-0", "d1-0", "d2-0", "d0-1", "d1-1", "d2-1");
  }

  @Test
  void asksWhoIsSilentOnceForAllDocumentsAndTellsTheOthers() {
    for (int i = 0; i < 100; i++) {
      insert("d%02d".formatted(i), Kind.FAR, Kind.TOLD);
    }
    OutboxRelay relay = relayOfEach(this::nobodyIsFar);

    relay.relayOnce();

    assertThat(farCalls).hasSize(1);
    assertThat(calls).hasSize(100);
    insert("new", Kind.FAR, Kind.TOLD);
    relay.relayOnce();
    assertThat(farCalls).as("not before its wait is over").hasSize(1);
    assertThat(calls).hasSize(101);
  }

  @Test
  void asksAgainWhenTheWaitIsOver() {
    insert("a", Kind.FAR);
    OutboxRelay relay = relayOfEach(this::nobodyIsFar);
    relay.relayOnce();

    now = now.plusSeconds(1);
    relay.relayOnce();

    assertThat(farCalls).hasSize(2);
    now = now.plusSeconds(1);
    assertThat(relay.relayOnce()).as("longer after each failure").isZero();
  }

  @Test
  void oneEventThatNobodyCanHearKeepsNothingFromTheOthers() {
    insert("bad", Kind.FAR);
    insert("good", Kind.FAR);
    OutboxRelay relay =
        relayOfEach(events -> {
          if (events.getFirst().id().startsWith("bad")) {
            throw new NoAnswer("comments-service", "status 500");
          }
          return takeAll(events);
        });

    for (int i = 0; i < 4; i++) {
      relay.relayOnce();
      now = now.plusMillis(500);
    }

    assertThat(heard).containsExactly("good-0");
  }

  @Test
  void whatIsNotTakenWaitsAloneAndWhatIsRefusedGoes() {
    insert("later", Kind.TOLD, Kind.TOLD);
    insert("never", Kind.TOLD);
    insert("good", Kind.TOLD);
    OutboxRelay relay =
        relay(events -> {
          calls.add(events.size());
          return new Heard(
              events.stream().map(OutboxEvent::id).filter(id -> id.startsWith("good")).toList(),
              List.of(new Heard.Refused("never-0", "invalid-fields")));
        });

    relay.relayOnce();

    assertThat(calls).as("nothing behind what was not taken").containsExactly(3);
    assertThat(pending()).containsExactly("later");
    assertThat(stored("later").getList("outbox", Document.class)).hasSize(2);
  }

  @Test
  void oneThatIsRefusedForGoodIsFoundAmongMany() {
    for (int i = 0; i < 8; i++) {
      insert("d" + i, Kind.TOLD);
    }
    relay(
            events -> {
              if (events.stream().anyMatch(event -> event.id().equals("d5-0"))) {
                throw new CallRefused(400, "unreadable", "", null, Map.of());
              }
              return takeAll(events);
            })
        .relayOnce();

    assertThat(heard).hasSize(7).doesNotContain("d5-0");
    assertThat(pending()).isEmpty();
  }

  @Test
  void anAddressThatIsNotThereIsWaitedFor() {
    insert("a", Kind.TOLD);
    insert("b", Kind.TOLD);
    relay(
            events -> {
              throw new CallRefused(404, "not-found", "", null, Map.of());
            })
        .relayOnce();
    assertThat(pending()).containsExactlyInAnyOrder("a", "b");

    now = now.plusSeconds(1);
    relay(this::takeAll).relayOnce();
    assertThat(heard).containsExactlyInAnyOrder("a-0", "b-0");
  }

  @Test
  void oneThatCannotBeReadHoldsBackNoOther() {
    insert("bad", Kind.TOLD);
    things.updateOne(
        Filters.eq("_id", "bad"),
        new Document("$set", new Document("outbox", List.of(new Document("id", "bad-0")))));
    insert("good", Kind.TOLD);

    relay(this::takeAll).relayOnce();

    assertThat(heard).containsExactly("good-0");
    assertThat(pending()).containsExactly("bad");
    assertThat(stored("bad").getDate("outboxDue").toInstant()).isAfter(now);
  }

  @Test
  void documentsOfAnotherInstanceAreNeitherFoundNorInTheWay() {
    for (int i = 0; i < 100; i++) {
      insert("leased-%02d".formatted(i), Kind.TOLD);
    }
    List<Integer> found = new ArrayList<>();
    OutboxRelay second = relay(this::takeAll);
    relay(
            events -> {
              insert("free", Kind.TOLD);
              found.add(second.relayOnce());
              found.add(second.relayOnce());
              return takeAll(events);
            })
        .relayOnce();

    assertThat(found).containsExactly(1, 0);
    assertThat(heard).hasSize(101).startsWith("free-0");
  }

  @Test
  void leasesOfOlderVersionsAreKeptAndDoNotStandInTheWay() {
    for (int i = 0; i < 100; i++) {
      insert("leased-%02d".formatted(i), Kind.TOLD);
    }
    things.updateMany(
        new Document(),
        new Document("$set", new Document("outboxLease", Date.from(now.plusSeconds(30)))));
    now = now.plusSeconds(1);
    insert("free", Kind.TOLD);
    OutboxRelay relay = relay(this::takeAll);

    relay.relayOnce();
    relay.relayOnce();
    assertThat(heard).containsExactly("free-0");

    now = now.plusSeconds(30);
    relay.relayOnce();
    assertThat(heard).hasSize(101);
  }

  @Test
  void whoDiesLosesNothing() {
    insert("a", Kind.TOLD);
    OutboxStore dead = new OutboxStore(things, List.of("_id"));
    dead.claim(dead.due(now, 100), "claim", now, Duration.ofSeconds(30));
    assertThat(relay(this::takeAll).relayOnce()).isZero();

    now = now.plusSeconds(30);
    relay(this::takeAll).relayOnce();

    assertThat(heard).containsExactly("a-0");
  }

  @Test
  void doesNotStartWhileAKindHasNoReceiver() {
    List<Receiver> one = List.of(Receiver.ofMany(Kind.TOLD, "one", this::takeAll));
    assertThatThrownBy(() -> relay(one)).hasMessage("nobody hears of far");
    List<Receiver> two =
        List.of(one.getFirst(), one.getFirst(), Receiver.ofMany(Kind.FAR, "x", this::takeAll));
    assertThatThrownBy(() -> relay(two)).hasMessage("two receivers for told");
  }

  @Test
  void whatAnotherVersionWroteWaitsAlone() {
    insert("a", Kind.TOLD);
    things.updateOne(
        Filters.eq("_id", "a"),
        new Document("$set", new Document("outbox.0.kind", "of-another-version")));
    insert("b", Kind.TOLD);

    relay(this::takeAll).relayOnce();

    assertThat(heard).containsExactly("b-0");
    assertThat(pending()).containsExactly("a");
  }

  private Heard takeAll(List<OutboxEvent> events) {
    calls.add(events.size());
    List<String> ids = events.stream().map(OutboxEvent::id).toList();
    heard.addAll(ids);
    return new Heard(ids, List.of());
  }

  private Heard nobodyIsFar(List<OutboxEvent> events) {
    if (events.getFirst().kind() == Kind.FAR) {
      farCalls.add(events.size());
      throw new NoAnswer("comments-service", "stopped");
    }
    return takeAll(events);
  }

  private int commandsOf(OutboxRelay relay) {
    int before = COMMANDS.get();
    relay.relayOnce();
    return COMMANDS.get() - before;
  }

  private void insert(String id, Kind... kinds) {
    List<OutboxEvent> events = new ArrayList<>();
    for (Kind kind : kinds) {
      events.add(new OutboxEvent(id + "-" + events.size(), kind, new Document(), now));
    }
    Document thing = new Document("_id", id);
    Outbox.into(thing, events);
    things.insertOne(thing);
  }

  private List<String> pending() {
    return things
        .find(Filters.eq("outboxPending", true))
        .map(found -> found.getString("_id"))
        .into(new ArrayList<>());
  }

  private Document stored(String id) {
    return java.util.Objects.requireNonNull(things.find(Filters.eq("_id", id)).limit(1).first());
  }

  private OutboxRelay relay(Function<List<OutboxEvent>, Heard> call) {
    return relay(
        List.of(
            Receiver.ofMany(Kind.TOLD, "one", call), Receiver.ofMany(Kind.FAR, "another", call)));
  }

  private OutboxRelay relayOfEach(Function<List<OutboxEvent>, Heard> call) {
    return relay(
        List.of(
            new Receiver(Kind.TOLD, "one", 1, call), new Receiver(Kind.FAR, "another", 1, call)));
  }

  private OutboxRelay relay(List<Receiver> receivers) {
    InstantSource source = () -> now;
    return new OutboxRelay(
        "Things",
        things,
        List.of("_id"),
        Kind.class,
        receivers,
        source.withZone(ZoneOffset.UTC),
        new OutboxSettings(
            Duration.ofMillis(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(1),
            Duration.ofSeconds(15)));
  }
}
