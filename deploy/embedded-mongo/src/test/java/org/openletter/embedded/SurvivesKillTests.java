package org.openletter.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` in the middle of writing, again and again over the same data.
class SurvivesKillTests {

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
      assertThat(files.filter(file -> file.toString().endsWith(".log"))).hasSize(1);
    }
    assertThat(journals).allSatisfy(journal -> assertThat(journal.acknowledged()).isPositive());
  }

  private void writeAndKill(ServerProcess server, MongoDatabase database, List<Journal> journals)
      throws Exception {
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<?>> writing = new ArrayList<>();
      for (Journal journal : journals) {
        writing.add(clients.submit(() -> journal.writeUntilItDies(database)));
      }
      // Not a wait for something: the moment of the kill is what the test is about.
      assertThat(new CountDownLatch(1).await(200 + random.nextInt(700), TimeUnit.MILLISECONDS))
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
