package org.openletter.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server in a JVM of its own with as little memory as in production, and `kill -9`.
class ServerProcessTests {

  private static final int ROUNDS = 10;
  private static final int CLIENTS = 4;

  private final long seed = Long.getLong("seed", System.nanoTime());
  private final Random random = new Random(seed);

  @Test
  void noAcknowledgedWriteIsLost(@TempDir Path data) throws Exception {
    List<Journal> journals = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      journals.add(new Journal("client" + i));
    }
    for (int round = 0; round < ROUNDS; round++) {
      try (ServerProcess server = ServerProcess.start(data);
          MongoClient client = MongoClients.create(server.uri())) {
        MongoDatabase database = client.getDatabase("kill");
        Journal.declareIndexes(database);
        journals.forEach(journal -> journal.assertNothingIsLost(database));
        assertSound(database, round);
        writeAndKill(server, database, journals);
      }
    }
    try (ServerProcess server = ServerProcess.start(data);
        MongoClient client = MongoClients.create(server.uri())) {
      MongoDatabase database = client.getDatabase("kill");
      journals.forEach(journal -> journal.assertNothingIsLost(database));
      assertSound(database, ROUNDS);
      assertThat(server.stop()).as("SIGTERM").isEqualTo(143);
    }
    try (Stream<Path> files = Files.list(data)) {
      assertThat(files.filter(file -> file.toString().endsWith(".log")))
          .as("of the newest checkpoint and the one before")
          .hasSize(2);
    }
    assertThat(journals).allSatisfy(journal -> assertThat(journal.acknowledged()).isPositive());
  }

  @Test
  void aKillInTheMiddleOfALargeChangeLeavesIndexesAndDocumentsInAgreement(@TempDir Path data)
      throws Exception {
    int documents = 12_000;
    try (ServerProcess server = ServerProcess.start(data);
        MongoClient client = MongoClients.create(server.uri())) {
      MongoCollection<Document> many = client.getDatabase("kill").getCollection("many");
      many.createIndex(Document.parse("{n: 1}"));
      many.createIndex(Document.parse("{text: 1, n: -1}"));
      List<Document> batch = new ArrayList<>();
      for (int i = 0; i < documents; i++) {
        batch.add(new Document("_id", i).append("n", 0).append("text", ("t" + i).repeat(100)));
      }
      many.insertMany(batch);
      server.kill();
    }
    for (int round = 0; round < 3; round++) {
      try (ServerProcess server = ServerProcess.start(data);
          MongoClient client = MongoClients.create(server.uri())) {
        MongoCollection<Document> many = client.getDatabase("kill").getCollection("many");
        assertThat(many.estimatedDocumentCount()).isEqualTo(documents);
        assertThat(client.getDatabase("kill").runCommand(new Document("validate", "many")))
            .as("round %d of seed %d", round, seed)
            .containsEntry("valid", true);
        try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
          // One change after the other, so that the kill meets one on every machine.
          Future<?> change =
              writer.submit(() -> {
                while (many.updateMany(new Document(), Updates.inc("n", 1)).wasAcknowledged()) {
                  Thread.onSpinWait();
                }
              });
          assertThat(new CountDownLatch(1).await(100 + random.nextInt(600), TimeUnit.MILLISECONDS))
              .isFalse();
          server.kill();
          assertThat(change).as("killed in the middle").failsWithin(Duration.ofSeconds(10));
        }
      }
    }
  }

  @Test
  void aCollectionLargerThanTheMemoryIsReadAndChanged(@TempDir Path data) {
    byte[] megabyte = new byte[1 << 20];
    try (ServerProcess server = ServerProcess.start(data);
        MongoClient client = MongoClients.create(server.uri())) {
      MongoCollection<Document> big = client.getDatabase("big").getCollection("big");
      for (int i = 0; i < 120; i++) {
        big.insertOne(new Document("_id", i).append("bytes", megabyte));
      }
      assertThat(big.find().first()).isNotNull();
      assertThat(big.find().batchSize(4).map(d -> d.getInteger("_id"))).hasSize(120);
      assertThat(big.find().sort(Sorts.ascending("other")).limit(3)).hasSize(3);
      assertThat(big.updateMany(new Document(), Updates.set("n", 1)).getModifiedCount())
          .isEqualTo(120);
      assertThat(big.countDocuments()).isEqualTo(120);
      assertThat(server.said()).isEmpty();
    }
  }

  @Test
  void whatNeedsTooMuchMemoryIsRefusedAndTheProcessGoesOn(@TempDir Path data) {
    try (ServerProcess server = ServerProcess.start(data);
        MongoClient client = MongoClients.create(server.uri())) {
      MongoDatabase database = client.getDatabase("big");
      MongoCollection<Document> big = database.getCollection("big");
      assertThatThrownBy(() -> big.insertOne(new Document("bytes", new byte[15 << 20])))
          .as("15 MB, known to the driver")
          .hasMessageContaining("larger than maximum");
      List<Integer> numbers = IntStream.range(0, 260_000).boxed().toList();
      assertThatThrownBy(() -> big.insertOne(new Document("numbers", numbers)))
          .as("many small values")
          .hasMessageContaining("MB of memory");
      for (int i = 0; i < 40; i++) {
        big.insertOne(new Document("_id", i).append("text", i + "x".repeat(200_000)));
      }
      assertThatThrownBy(() -> big.distinct("text", String.class).into(new ArrayList<>()))
          .as("8 MB of values in one reply")
          .hasMessageContaining("distinct too big");
      assertThat(big.distinct("_id", Integer.class)).hasSize(40);
      assertThat(big.aggregate(List.of(new Document("$match", new Document())))).hasSize(40);
      assertThat(big.countDocuments()).isEqualTo(40);
    }
  }

  private void writeAndKill(ServerProcess server, MongoDatabase database, List<Journal> journals)
      throws Exception {
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<?>> writing = new ArrayList<>();
      for (Journal journal : journals) {
        writing.add(clients.submit(() -> journal.writeUntilItDies(database)));
      }
      // Not a wait for something: the moment of the kill is what the test is about.
      assertThat(new CountDownLatch(1).await(150 + random.nextInt(500), TimeUnit.MILLISECONDS))
          .isFalse();
      server.kill();
      for (Future<?> writer : writing) {
        writer.get();
      }
    }
  }

  private void assertSound(MongoDatabase database, int round) {
    for (String collection : List.of("letters", "counters")) {
      if (database.listCollectionNames().into(new ArrayList<>()).contains(collection)) {
        assertThat(database.runCommand(new Document("validate", collection)))
            .as("round %d of seed %d", round, seed)
            .containsEntry("valid", true);
      }
    }
  }
}
