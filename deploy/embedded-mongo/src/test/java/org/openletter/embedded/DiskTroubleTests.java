package org.openletter.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openletter.embedded.log.DamagedLog;
import org.openletter.embedded.log.LogFiles;
import org.openletter.embedded.refusal.CannotOpen;
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
        new Settings(
            Clock.systemUTC(), 16, Duration.ofSeconds(2), Duration.ofSeconds(5), NO_ROOM, false);
    try (Lab lab = Lab.onDisk(folder, settings)) {
      assertThat(lab.collection("letters").find()).as("reading goes on").hasSize(1);
      assertThatThrownBy(() -> lab.collection("letters").insertOne(new Document("_id", 2)))
          .isInstanceOfSatisfying(
              MongoException.class, refused -> assertThat(refused.getCode()).isEqualTo(14031))
          .hasMessageContaining("MB are left on the disk");
    }
    try (Lab lab = Lab.onDisk(folder)) {
      assertThat(lab.collection("letters").find()).hasSize(1);
    }
  }

  @Test
  void whatWasAcknowledgedBeforeACrashIsReadWithoutRoom(@TempDir Path copy) throws IOException {
    try (Lab lab = Lab.onDisk(folder, withoutCheckpoints(0))) {
      lab.collection("letters").insertOne(new Document("_id", 1));
      copyTo(copy); // As it would be found after a crash.
    }
    for (int i = 0; i < 2; i++) {
      try (Lab lab = Lab.onDisk(copy, withoutCheckpoints(NO_ROOM))) {
        assertThat(lab.collection("letters").find()).hasSize(1);
      }
    }
    try (Lab lab = Lab.onDisk(copy)) {
      lab.collection("letters").insertOne(new Document("_id", 2));
      assertThat(lab.collection("letters").find()).as("with room again").hasSize(2);
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsReadAndNothingInItChanges(@TempDir Path copy)
      throws IOException {
    try (Lab lab = Lab.onDisk(folder, withoutCheckpoints(0))) {
      lab.collection("letters").insertOne(new Document("_id", 1));
      copyTo(copy);
    }
    Map<String, byte[]> before = contents(copy);
    try (Lab lab = Lab.onDisk(copy, readOnly())) {
      assertThat(lab.collection("letters").find()).hasSize(1);
      assertThatThrownBy(() -> lab.collection("letters").insertOne(new Document("_id", 2)))
          .isInstanceOfSatisfying(
              MongoException.class, refused -> assertThat(refused.getCode()).isEqualTo(39))
          .hasMessageContaining("can only be read");
      assertThatThrownBy(() -> lab.collection("letters").createIndex(new Document("n", 1)))
          .hasMessageContaining("can only be read");
    }
    assertThat(contents(copy)).usingRecursiveComparison().isEqualTo(before);
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
  void aDamagedLogStopsTheStartInsteadOfLosingWrites(@TempDir Path copy) throws IOException {
    try (Lab lab = Lab.onDisk(folder, withoutCheckpoints(0))) {
      for (int i = 0; i < 50; i++) {
        lab.collection("letters").insertOne(new Document("_id", i));
      }
      copyTo(copy); // As it would be found after a crash.
    }
    Path log = newestLog(copy);
    byte[] bytes = Files.readAllBytes(log);
    bytes[bytes.length / 2] ^= 1;
    Files.write(log, bytes);
    assertThatThrownBy(() -> EmbeddedMongo.onDisk(copy, 0))
        .isInstanceOf(DamagedLog.class)
        .hasMessageContaining("is damaged at byte");
    bytes[bytes.length / 2] ^= 1;
    Files.write(log, bytes);
    try (Lab lab = Lab.onDisk(copy)) {
      assertThat(lab.collection("letters").find()).as("without the damage").hasSize(50);
    }
  }

  @Test
  void anyAddressButTheLoopbackOneIsRefused() throws Exception {
    Process refused =
        ServerProcess.launch("--data", folder.toString(), "--port", "0", "--bind", "0.0.0.0");
    assertThat(new String(refused.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo(
            "The embedded server has one user and does not encrypt, so it listens on 127.0.0.1 only"
                + " and not on 0.0.0.0.\n");
    assertThat(refused.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(refused.exitValue()).isEqualTo(64);
  }

  private void copyTo(Path copy) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
  }

  private static Settings withoutCheckpoints(int room) {
    return new Settings(
        Clock.systemUTC(), 16, Duration.ofHours(1), Duration.ofSeconds(5), room, false);
  }

  private static Settings readOnly() {
    return new Settings(Clock.systemUTC(), 16, Duration.ofHours(1), Duration.ofSeconds(5), 0, true);
  }

  private static Map<String, byte[]> contents(Path data) throws IOException {
    Map<String, byte[]> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(data)) {
      for (Path file : files.toList()) {
        contents.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return contents;
  }

  private static Path newestLog(Path data) throws IOException {
    LogFiles files = new LogFiles(data);
    return files.of(files.generations().getLast());
  }
}
