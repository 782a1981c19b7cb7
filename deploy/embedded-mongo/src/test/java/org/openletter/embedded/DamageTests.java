package org.openletter.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openletter.embedded.log.DamagedLog;
import org.openletter.embedded.log.LogFiles;
import org.openletter.embedded.refusal.CannotOpen;
import org.openletter.embedded.store.Settings;

/// A data folder as a crash leaves it, with one file damaged: the server says so, or everything
/// that was acknowledged is there. It never starts short without a word.
class DamageTests {

  private static final String STORE = "embedded-mongo.store";
  private static final int DOCUMENTS = 300;
  private static final int TRIES = 12;

  private final long seed = Long.getLong("seed", System.nanoTime());
  private final Random random = new Random(seed);

  @TempDir Path crashed;
  @TempDir Path damaged;

  /// Three checkpoints with changes before, between and after them.
  @BeforeEach
  void crash(@TempDir Path running) throws IOException {
    for (int part = 0; part < 3; part++) {
      try (Lab lab = Lab.onDisk(running, settings())) {
        MongoCollection<Document> letters = lab.collection("letters");
        if (part == 0) {
          letters.createIndex(new Document("key", 1));
        }
        for (int i = part * DOCUMENTS / 3; i < (part + 1) * DOCUMENTS / 3; i++) {
          letters.insertOne(new Document("_id", i).append("key", "k" + i).append("text", text(i)));
        }
        if (part == 2) {
          copy(running, crashed); // As it would be found after a crash.
        }
      }
    }
  }

  private static Settings settings() {
    return new Settings(Clock.systemUTC(), 1, Duration.ofHours(1), Duration.ofSeconds(5), 0, false);
  }

  private static String text(int i) {
    return ("text " + i + " ").repeat(30);
  }

  /// What happens to a file.
  enum Harm {
    FLIP {
      @Override
      void to(Path file, Random random) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, bytes);
      }
    },
    ZERO {
      @Override
      void to(Path file, Random random) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int from = random.nextInt(bytes.length);
        Arrays.fill(bytes, from, Math.min(bytes.length, from + 4096), (byte) 0);
        Files.write(file, bytes);
      }
    },
    CUT {
      @Override
      void to(Path file, Random random) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.truncate(random.nextLong(channel.size()));
        }
      }
    },
    DELETE {
      @Override
      void to(Path file, Random random) throws IOException {
        Files.delete(file);
      }
    };

    abstract void to(Path file, Random random) throws IOException;
  }

  @ParameterizedTest
  @EnumSource
  void noDamageOfOneFileIsPassedOverInSilence(Harm harm) throws IOException {
    for (String file : names(crashed)) {
      for (int i = 0; i < (harm == Harm.DELETE ? 1 : TRIES); i++) {
        copy(crashed, damaged);
        harm.to(damaged.resolve(file), random);
        assertWholeOrSaid(harm + " of " + file + ", seed " + seed);
      }
    }
  }

  private void assertWholeOrSaid(String what) {
    try (Lab lab = Lab.onDisk(damaged, settings())) {
      MongoCollection<Document> letters = lab.collection("letters");
      int found = 0;
      for (int i = 0; i < DOCUMENTS; i++) {
        Document byId = letters.find(new Document("_id", i)).first();
        Document byKey = letters.find(new Document("key", "k" + i)).first();
        assertThat(byId).as(what).isNotNull().isEqualTo(byKey);
        assertThat(byId.getString("text")).as(what).isEqualTo(text(i));
        found++;
      }
      assertThat(letters.find().into(new ArrayList<>())).as(what).hasSize(found);
    } catch (CannotOpen | DamagedLog e) {
      assertThat(e.getMessage()).as(what).contains("backup").doesNotContain("\n");
    } catch (MongoException e) {
      assertThat(e).as(what).hasMessageContaining("is damaged at byte");
    }
  }

  @Test
  void aDamagedNewestCheckpointCostsNothing() throws IOException {
    copy(crashed, damaged);
    byte[] bytes = Files.readAllBytes(damaged.resolve(STORE));
    int newest = newestCheckpoint(bytes);
    bytes[newest + 1500] ^= 1;
    Files.write(damaged.resolve(STORE), bytes);
    try (Lab lab = Lab.onDisk(damaged, settings())) {
      assertThat(lab.collection("letters").find()).hasSize(DOCUMENTS);
      assertThat(lab.isSound("letters")).isTrue();
    }
  }

  @Test
  void aCrashInACheckpointCostsNothing() throws IOException {
    copy(crashed, damaged);
    LogFiles files = new LogFiles(damaged);
    long newest = files.generations().getLast();
    // The log was made, the store was written, and nobody knows whether the disk has it.
    try (FileChannel log = FileChannel.open(files.of(newest), StandardOpenOption.WRITE)) {
      log.truncate(32);
    }
    try (Lab lab = Lab.onDisk(damaged, settings())) {
      assertThat(lab.collection("letters").find())
          .as("what was acknowledged before it")
          .hasSize(2 * DOCUMENTS / 3);
      assertThat(lab.isSound("letters")).isTrue();
    }
  }

  @Test
  void aLogThatIsMissingIsSaid() throws IOException {
    copy(crashed, damaged);
    LogFiles files = new LogFiles(damaged);
    Path newest = files.of(files.generations().getLast());
    Files.delete(newest);
    assertThatThrownBy(() -> EmbeddedMongo.onDisk(damaged, 0))
        .isInstanceOf(CannotOpen.class)
        .hasMessageContaining(newest.toString())
        .hasMessageContaining("backup");
  }

  @Test
  void aStoreThatIsMissingIsNotBegunAnew() throws IOException {
    for (boolean empty : new boolean[] {false, true}) {
      copy(crashed, damaged);
      Files.delete(damaged.resolve(STORE));
      if (empty) {
        Files.createFile(damaged.resolve(STORE));
      }
      List<String> before = names(damaged);
      assertThatThrownBy(() -> EmbeddedMongo.onDisk(damaged, 0))
          .isInstanceOf(CannotOpen.class)
          .hasMessageContaining(STORE + " is missing");
      assertThat(names(damaged)).as("nothing was deleted").isEqualTo(before);
    }
  }

  @Test
  void definitionsAreNotForgottenInSilence(@TempDir Path running) throws IOException {
    try (Lab lab = Lab.onDisk(running, settings())) {
      lab.collection("letters").insertOne(new Document("_id", 1));
      lab.collection("letters").createIndex(new Document("n", 1));
      copy(running, damaged);
    }
    byte[] bytes = Files.readAllBytes(damaged.resolve(STORE));
    bytes[newestCheckpoint(bytes) + 200] ^= 1;
    Files.write(damaged.resolve(STORE), bytes);
    assertThatThrownBy(() -> EmbeddedMongo.onDisk(damaged, 0))
        .isInstanceOf(CannotOpen.class)
        .hasMessageContaining("indexes were changed");
  }

  /// Where the store header says that the newest piece begins.
  private static int newestCheckpoint(byte[] store) {
    int newest = 0;
    long version = -1;
    for (int at = 8192; at < store.length; at += 4096) {
      String header = new String(store, at, 200, StandardCharsets.ISO_8859_1);
      Matcher matcher = Pattern.compile("^chunk:.*version:([0-9a-f]+)").matcher(header);
      if (matcher.find() && Long.parseLong(matcher.group(1), 16) > version) {
        version = Long.parseLong(matcher.group(1), 16);
        newest = at;
      }
    }
    return newest;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.startsWith("password"))
          .sorted()
          .toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    for (String old : names(to)) {
      Files.delete(to.resolve(old));
    }
    for (String name : names(from)) {
      Files.copy(from.resolve(name), to.resolve(name));
    }
  }
}
