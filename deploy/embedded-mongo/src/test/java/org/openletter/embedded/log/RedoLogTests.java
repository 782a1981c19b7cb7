package org.openletter.embedded.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedoLogTests {

  @TempDir Path folder;
  private final List<TrackedFile> opened = new ArrayList<>();
  private LogFiles files = new LogFiles(Path.of("."));
  private RedoLog log = new RedoLog(files);

  @BeforeEach
  void start() throws IOException {
    files =
        new LogFiles(folder) {
          @Override
          FileChannel create(long generation) throws IOException {
            TrackedFile file = new TrackedFile(super.create(generation));
            opened.add(file);
            return file;
          }
        };
    log = new RedoLog(files);
    restart(1);
  }

  private void restart(long generation) throws IOException {
    log.prepare(generation);
    log.begin(generation, true, generation);
  }

  @AfterEach
  void stop() throws IOException {
    log.close();
  }

  @Test
  void acknowledgesOnlyWhatWasForced() throws IOException {
    for (int i = 0; i < 20; i++) {
      log.append(change("d" + i, "text"));
      log.forced().join();
      assertThat(opened.getFirst().forced()).isEqualTo(Files.size(files.of(1))).isPositive();
    }
    assertThat(replayed(1)).hasSize(20).startsWith("d0").endsWith("d19");
  }

  @Test
  void aFullDiskFailsTheWaitingAndEveryLaterWriteUntilTheStoreIsSaved() throws IOException {
    log.append(change("before", "text"));
    log.forced().join();
    opened.getFirst().becomeFull();
    log.append(change("lost", "text"));
    assertThatThrownBy(() -> log.forced().join())
        .isInstanceOf(CompletionException.class)
        .hasMessageContaining("No space left");
    log.append(change("later", "text"));
    assertThatThrownBy(() -> log.forced().join()).hasMessageContaining("No space left");
    assertThat(log.failure()).isNotNull();
    assertThat(replayed(1)).containsExactly("before");

    restart(2);
    log.append(change("after", "text"));
    log.forced().join();
    assertThat(replayed(2)).containsExactly("after");
  }

  @Test
  void aDiskThatCannotBeForcedAcknowledgesNothing() {
    opened.getFirst().becomeStuck();
    log.append(change("d", "text"));
    assertThatThrownBy(() -> log.forced().join()).hasMessageContaining("Input/output error");
    assertThatThrownBy(() -> log.forced().join()).hasMessageContaining("Input/output error");
  }

  @Test
  void closingFailsWhoeverStillWaits() throws IOException {
    log.close();
    assertThatThrownBy(() -> log.forced().join()).hasMessageContaining("closed");
  }

  @Test
  void anUnfinishedBatchAtTheEndIsLeftOut() throws IOException {
    writeThree();
    try (FileChannel file = FileChannel.open(files.of(1), StandardOpenOption.WRITE)) {
      file.truncate(file.size() - 3);
    }
    assertThat(replayed(1)).containsExactly("d0", "d1");
  }

  @Test
  void anEndThatWasAcknowledgedAndCutLaterIsReported() throws IOException {
    writeThree();
    byte[] whole = Files.readAllBytes(files.of(1));
    assertThat(files.acknowledged(1)).isEqualTo(whole.length);
    assertThat(replayed(1, files.acknowledged(1))).hasSize(3);
    for (int left = whole.length - 1; left > 2 * Batch.HEADER + 1; left--) {
      Files.write(files.of(1), Arrays.copyOf(whole, left));
      assertThatThrownBy(() -> replayed(1, files.acknowledged(1)))
          .as("%d bytes left", left)
          .isInstanceOf(DamagedLog.class);
    }
  }

  @Test
  void whatIsAcknowledgedIsOfOneLogAndBelievedOnlyWhole() throws IOException {
    writeThree();
    assertThat(files.acknowledged(2)).as("another log").isZero();
    byte[] whole = Files.readAllBytes(files.end());
    for (int i = 0; i < whole.length; i++) {
      byte[] changed = whole.clone();
      changed[i] ^= 1;
      Files.write(files.end(), changed);
      assertThat(files.acknowledged(1)).as("byte %d", i).isZero();
    }
    Files.delete(files.end());
    assertThat(files.acknowledged(1)).as("after a power cut").isZero();
  }

  @Test
  void aDamagedMiddleIsReported() throws IOException {
    writeThree();
    byte[] bytes = Files.readAllBytes(files.of(1));
    bytes[bytes.length / 2] ^= 1;
    Files.write(files.of(1), bytes);
    assertThatThrownBy(() -> replayed(1))
        .isInstanceOf(DamagedLog.class)
        .hasMessageContaining("damaged at byte")
        .hasMessageContaining("Restore");
  }

  @Test
  void aMissingBatchIsReported() throws IOException {
    writeThree();
    byte[] bytes = Files.readAllBytes(files.of(1));
    Files.write(files.of(1), Arrays.copyOfRange(bytes, bytes.length / 3, bytes.length));
    assertThatThrownBy(() -> replayed(1)).isInstanceOf(DamagedLog.class);
  }

  @Test
  void aLogOfAnotherGenerationIsReported() throws IOException {
    writeThree();
    Files.move(files.of(1), files.of(7));
    assertThatThrownBy(() -> replayed(7)).isInstanceOf(DamagedLog.class);
  }

  @Test
  void aLogWithoutItsBeginningIsReported() throws IOException {
    writeThree();
    for (int left : new int[] {3, 20}) {
      try (FileChannel file = FileChannel.open(files.of(1), StandardOpenOption.WRITE)) {
        file.truncate(left);
      }
      assertThatThrownBy(() -> replayed(1)).as("%d bytes", left).isInstanceOf(DamagedLog.class);
    }
  }

  @Test
  void aChangedByteInTheLastBatchIsReported() throws IOException {
    writeThree();
    byte[] whole = Files.readAllBytes(files.of(1));
    int last = whole.length - (whole.length - 2 * Batch.HEADER - 1) / 3;
    for (int i = last; i < whole.length; i++) {
      byte[] changed = whole.clone();
      changed[i] ^= 4;
      Files.write(files.of(1), changed);
      assertThatThrownBy(() -> replayed(1)).as("byte %d", i).isInstanceOf(DamagedLog.class);
    }
  }

  @Test
  void aBatchOfWhichTheDiskGotOnlySomeSectorsIsLeftOut() throws IOException {
    writeThree();
    long before = Files.size(files.of(1));
    log.append(change("torn", "x".repeat(4_000)));
    log.forced().join();
    byte[] bytes = Files.readAllBytes(files.of(1));
    int sector = (int) (before / 512 + 2) * 512;
    Arrays.fill(bytes, sector, sector + 512, (byte) 0);
    Files.write(files.of(1), bytes);
    assertThat(replayed(1)).containsExactly("d0", "d1", "d2");
  }

  @Test
  void whatWaitsIsInTheOldLogBeforeTheNewOneBegins() throws IOException {
    log.append(change("waiting", "text"));
    log.prepare(2);
    assertThat(log.settle()).isTrue();
    log.begin(2, true, 1);
    assertThat(replayed(1)).containsExactly("waiting");
    assertThat(replayed(2)).isEmpty();
  }

  @Test
  void aLogOfTheOldFormatIsRead() throws IOException {
    byte[] text = change("old", "text").encode();
    ByteBuffer batch = Batch.encode(3, 1, text);
    byte[] bytes = new byte[28 + text.length];
    batch.get(0, bytes, 0, 28);
    bytes[3] = 0x31;
    batch.get(Batch.HEADER, bytes, 28, text.length);
    Files.write(files.of(3), bytes);
    assertThat(replayed(3)).containsExactly("old");
  }

  private void writeThree() throws IOException {
    for (int i = 0; i < 3; i++) {
      log.append(change("d" + i, "a text of the same length"));
      log.forced().join();
    }
  }

  private List<String> replayed(long generation) throws IOException {
    return replayed(generation, 0);
  }

  private List<String> replayed(long generation, long atLeast) throws IOException {
    List<String> ids = new ArrayList<>();
    LogReader.replay(
        files.of(generation),
        generation,
        atLeast,
        change -> ids.add(new String(change.id(), UTF_8)));
    return ids;
  }

  private static Change change(String id, String text) {
    return new Change("lab.letters", id.getBytes(UTF_8), text.getBytes(UTF_8));
  }
}
