package org.openletter.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoCredential;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openletter.embedded.refusal.CannotOpen;

/// The driver's own SCRAM-SHA-256 shellst ours.
class SignInTests {

  private static final String HOST = "127.0.0.1:";
  private static final String AWKWARD = "p@ss:w/o?r#d%20&+=[]\"'\\$(x)`,;!*~";

  @TempDir Path folder;

  @Test
  void whoKnowsThePasswordReadsAndWrites() {
    try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(folder, 0);
        MongoClient client = MongoClients.create(mongo.uri())) {
      client.getDatabase("lab").getCollection("letters").insertOne(new Document("_id", 1));
      assertThat(client.getDatabase("lab").getCollection("letters").find()).hasSize(1);
    }
  }

  @Test
  void theDriverMayLeaveTheMechanismOpen() {
    try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(folder, 0);
        MongoClient client =
            MongoClients.create(mongo.uri().replaceFirst("&authMechanism=.*", ""))) {
      assertThat(client.getDatabase("lab").runCommand(new Document("dbStats", 1)))
          .containsEntry("ok", 1.0);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{find: 'letters'}",
        "{insert: 'letters', documents: [{_id: 1}]}",
        "{update: 'letters', updates: []}",
        "{delete: 'letters', deletes: []}",
        "{aggregate: 'letters', pipeline: [], cursor: {}}",
        "{listCollections: 1}",
        "{dropDatabase: 1}",
        "{getMore: {$numberLong: '1'}, collection: 'letters'}",
        "{killCursors: 'letters', cursors: []}",
        "{serverStatus: 1}",
        "{openletterStatus: 1}",
        "{LISTDATABASES: 1}",
        "{noSuchCommand: 1}"
      })
  void aStrangerMayDoNothing(String command) {
    try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(folder, 0);
        MongoClient stranger = MongoClients.create("mongodb://" + HOST + mongo.port())) {
      for (String database : List.of("lab", "admin")) {
        assertThatThrownBy(() -> stranger.getDatabase(database).runCommand(Document.parse(command)))
            .isInstanceOfSatisfying(
                MongoCommandException.class,
                refused -> {
                  assertThat(refused.getErrorCode()).isEqualTo(13);
                  assertThat(refused.getErrorCodeName()).isEqualTo("Unauthorized");
                });
      }
    }
  }

  @Test
  void aStrangerMayAskWhatKindOfServerItIs() {
    try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(folder, 0);
        MongoClient stranger = MongoClients.create("mongodb://" + HOST + mongo.port())) {
      for (String command : List.of("hello", "isMaster", "ping", "buildInfo")) {
        assertThat(stranger.getDatabase("admin").runCommand(new Document(command, 1)))
            .containsEntry("ok", 1.0);
      }
    }
  }

  @Test
  void aStrangerMayNotSendMuch() {
    try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(folder, 0);
        MongoClient stranger = MongoClients.create("mongodb://" + HOST + mongo.port())) {
      Document large = new Document("ping", 1).append("text", "x".repeat(20_000));
      assertThatThrownBy(() -> stranger.getDatabase("admin").runCommand(large))
          .isInstanceOfSatisfying(
              MongoCommandException.class,
              refused -> assertThat(refused.getErrorCode()).isEqualTo(10334));
      assertThat(stranger.getDatabase("admin").runCommand(new Document("ping", 1)))
          .as("the same connection goes on")
          .containsEntry("ok", 1.0);
    }
  }

  @Test
  void aWrongPasswordOrUserIsTurnedAway() {
    try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(folder, 0)) {
      for (String who : List.of("openletter:not-the-password-of-it", "somebody:else-entirely")) {
        String uri = "mongodb://" + who + "@" + HOST + mongo.port() + "/?authSource=admin";
        try (MongoClient client = MongoClients.create(uri)) {
          assertThatThrownBy(() -> client.getDatabase("lab").listCollectionNames().first())
              .isInstanceOf(MongoSecurityException.class);
        }
      }
    }
  }

  @Test
  void aFailedTryLeavesNothingBehind() {
    try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(folder, 0);
        MongoClient stranger = MongoClients.create("mongodb://" + HOST + mongo.port())) {
      Document start =
          new Document("saslStart", 1)
              .append("mechanism", "SCRAM-SHA-256")
              .append("payload", "n,,n=openletter,r=abc".getBytes(StandardCharsets.UTF_8));
      Document started = stranger.getDatabase("admin").runCommand(start);
      assertThat(started).containsEntry("done", false);
      for (byte[] proof :
          List.of(new byte[0], "c=biws,r=abc,p=AAAA".getBytes(StandardCharsets.UTF_8))) {
        Document proceed = new Document("saslContinue", 1).append("payload", proof);
        assertThatThrownBy(() -> stranger.getDatabase("admin").runCommand(proceed))
            .isInstanceOfSatisfying(
                MongoException.class, refused -> assertThat(refused.getCode()).isEqualTo(18));
      }
      assertThatThrownBy(() -> stranger.listDatabaseNames().first()).hasMessageContaining("13");
    }
  }

  @Test
  void thePasswordIsMadeOnceAndOnlyItsOwnerReadsIt() throws IOException {
    EmbeddedMongo.onDisk(folder, 0).close();
    Path file = folder.resolve("password");
    String first = Files.readString(file);
    assertThat(first.strip()).hasSize(43);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    EmbeddedMongo.onDisk(folder, 0).close();
    assertThat(Files.readString(file)).isEqualTo(first);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void anOlderDataFolderGetsOne() throws IOException {
    try (Lab lab = Lab.onDisk(folder)) {
      lab.collection("letters").insertOne(new Document("_id", 1));
    }
    Files.delete(folder.resolve("password"));
    try (Lab lab = Lab.onDisk(folder)) {
      assertThat(lab.collection("letters").find()).hasSize(1);
    }
    assertThat(folder.resolve("password")).exists();
  }

  @Test
  void anotherPasswordMayHaveAnySign() throws IOException {
    Files.writeString(folder.resolve("password"), AWKWARD + "\n");
    try (Lab lab = Lab.onDisk(folder)) {
      assertThat(lab.database().runCommand(new Document("dbStats", 1))).containsEntry("ok", 1.0);
      MongoCredential sameWithoutAddress =
          MongoCredential.createScramSha256Credential("openletter", "admin", AWKWARD.toCharArray());
      try (MongoClient client =
          MongoClients.create(
              MongoClientSettings.builder()
                  .applyToClusterSettings(cluster ->
                      cluster.hosts(List.of(new ServerAddress("127.0.0.1", lab.mongo.port()))))
                  .credential(sameWithoutAddress)
                  .build())) {
        assertThat(client.getDatabase("lab").runCommand(new Document("dbStats", 1)))
            .containsEntry("ok", 1.0);
      }
    }
  }

  /// deploy/start builds the address in the shell.
  @Test
  void theShellWritesTheSameAddress() throws Exception {
    ProcessBuilder shell =
        new ProcessBuilder("bash", "-c", "source ../lib/address.sh && encoded \"$PASSWORD\"");
    shell.environment().put("PASSWORD", AWKWARD);
    String encoded =
        new String(shell.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(URLDecoder.decode(encoded, StandardCharsets.UTF_8)).isEqualTo(AWKWARD);
    assertThat(encoded).matches("[A-Za-z0-9._~%-]+");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "with a space in the middle", "mit-ümlaut-und-länger"})
  void aPasswordThatDriversReadDifferentlyIsRefusedInOneSentence(String text) throws IOException {
    Files.writeString(folder.resolve("password"), text);
    assertThatThrownBy(() -> EmbeddedMongo.onDisk(folder, 0))
        .isInstanceOf(CannotOpen.class)
        .hasMessageStartingWith("The password in " + folder.resolve("password"));
  }
}
