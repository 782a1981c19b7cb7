package org.openletter.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openletter.embedded.store.CannotOpen;
import org.openletter.embedded.store.Settings;

class DiskTroubleTests {

  private static final int NO_ROOM = Integer.MAX_VALUE;

  @TempDir Path folder;

  @Test
  void withoutRoomWritesAreRefusedAndReadingGoesOn() {
    try (Lab lab = Lab.onDisk(folder)) {
      lab.collection("letters").insertOne(new Document("_id", 1));
    }
    Settings settings =
        new Settings(Clock.systemUTC(), 16, Duration.ofSeconds(2), Duration.ofSeconds(5), NO_ROOM);
    assertThatThrownBy(() -> EmbeddedMongo.onDisk(folder, 0, settings))
        .as("opening ends in a checkpoint")
        .hasMessageContaining("MB are left on the disk");
    try (Lab lab = Lab.onDisk(folder)) {
      assertThat(lab.collection("letters").find()).hasSize(1);
    }
  }

  @Test
  void anotherServerOnTheSameFolderIsRefusedInOneSentence() {
    try (Lab lab = Lab.onDisk(folder)) {
      assertThatThrownBy(() -> EmbeddedMongo.onDisk(folder, 0))
          .isInstanceOf(CannotOpen.class)
          .hasMessage("The data folder " + folder + " is in use by another process.");
      lab.collection("letters").insertOne(new Document("_id", 1));
    }
  }

  @Test
  void aTakenPortIsRefusedInOneSentenceAndTheFolderIsFreeAgain() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      int port = taken.getLocalPort();
      assertThatThrownBy(() -> EmbeddedMongo.onDisk(folder, port))
          .isInstanceOf(CannotOpen.class)
          .hasMessageStartingWith("Port " + port + " on 127.0.0.1 cannot be used");
    }
    try (Lab lab = Lab.onDisk(folder)) {
      assertThat(lab.collection("letters").find()).isEmpty();
    }
  }

  @Test
  void aDamagedLogStopsTheStartInsteadOfLosingWrites() throws Exception {
    try (ServerProcess server = ServerProcess.start(folder);
        var client = com.mongodb.client.MongoClients.create(server.uri())) {
      MongoCollection<Document> letters = client.getDatabase("lab").getCollection("letters");
      for (int i = 0; i < 50; i++) {
        letters.insertOne(new Document("_id", i));
      }
      server.kill();
    }
    Path log = onlyLog();
    byte[] bytes = Files.readAllBytes(log);
    if (bytes.length > 0) {
      bytes[bytes.length / 2] ^= 1;
      Files.write(log, bytes);
      Process refused = ServerProcess.launch("--data", folder.toString(), "--port", "0");
      assertThat(new String(refused.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .contains("is damaged at byte");
      assertThat(refused.waitFor()).isEqualTo(1);
    }
  }

  @Test
  void anyAddressButTheLoopbackOneIsRefused() throws Exception {
    Process refused =
        ServerProcess.launch("--data", folder.toString(), "--port", "0", "--bind", "0.0.0.0");
    assertThat(new String(refused.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo(
            "The embedded server has no users and no passwords, so it listens on 127.0.0.1 only"
                + " and not on 0.0.0.0.\n");
    assertThat(refused.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(refused.exitValue()).isEqualTo(64);
  }

  private Path onlyLog() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".log")).findFirst().orElseThrow();
    }
  }
}
