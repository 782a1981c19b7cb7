package org.openletter.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openletter.embedded.key.Key;
import org.openletter.embedded.key.KeyType;
import org.openletter.embedded.log.Change;
import org.openletter.embedded.refusal.NeedsRestart;

class StorageTests {

  private static final byte[] BYTES = {1};
  private static final byte[] MEGABYTE = new byte[1 << 20];

  @TempDir Path folder;

  @Test
  void anErrorInTheMiddleOfAChangeIsNeverSaved() {
    Storage storage = open();
    MVMap<Key, byte[]> letters = letters(storage);
    storage.write(() -> storage.change(() -> letters.put(new Key("whole"), BYTES)));
    storage.define(() -> true);
    assertThatThrownBy(() ->
            storage.write(() ->
                storage.change(() -> {
                  letters.put(new Key("half"), BYTES);
                  throw new AssertionError("in the middle");
                })))
        .isInstanceOf(AssertionError.class);
    assertThat(storage.broken()).hasMessage("in the middle");
    assertThatThrownBy(() -> storage.read(() -> true)).isInstanceOf(NeedsRestart.class);
    assertThatThrownBy(() -> storage.write(() -> true)).isInstanceOf(NeedsRestart.class);
    storage.checkpointIfNeeded();
    storage.close();
    try (Storage again = open()) {
      assertThat(letters(again).keySet()).containsExactly(new Key("whole"));
    }
  }

  @Test
  void anIndexWhoseBuildingWasInterruptedIsGone() {
    Storage storage = open();
    assertThatThrownBy(() ->
            storage.define(() -> {
              MVMap<Key, byte[]> index = storage.maps().open("index", KeyType.ASCENDING);
              storage
                  .maps()
                  .build(
                      "index",
                      between -> {
                        for (int i = 0; i < 40; i++) {
                          index.put(new Key(i), MEGABYTE.clone());
                          between.run();
                        }
                        throw new AssertionError("interrupted");
                      });
              return true;
            }))
        .isInstanceOf(AssertionError.class);
    assertThat(storage.fileBytes()).as("a part was saved").isGreaterThan(20 << 20);
    storage.close();
    try (Storage again = open()) {
      assertThat(again.maps().has("index")).isFalse();
    }
  }

  @Test
  void aCheckpointSeesEachChangeWhollyOrNotAtAll() throws Exception {
    Storage storage = open();
    MVMap<Key, byte[]> letters = letters(storage);
    CountDownLatch half = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(2)) {
      CompletableFuture<Boolean> change =
          CompletableFuture.supplyAsync(
              () ->
                  storage.write(() ->
                      storage.change(() -> {
                        letters.put(new Key("first"), BYTES);
                        half.countDown();
                        await(goOn);
                        letters.put(new Key("second"), BYTES);
                        return true;
                      })),
              threads);
      half.await();
      CompletableFuture<Boolean> definition =
          CompletableFuture.supplyAsync(() -> storage.define(() -> true), threads);
      assertThat(definition).isNotDone();
      goOn.countDown();
      assertThat(change.get()).isTrue();
      assertThat(definition.get()).isTrue();
    }
    storage.close();
    try (Storage again = open()) {
      assertThat(letters(again).keySet()).hasSize(2);
    }
  }

  @Test
  void aLongCommandIsSavedInParts() {
    try (Storage storage = open()) {
      MVMap<Key, byte[]> letters = letters(storage);
      storage.write(() -> {
        for (int i = 0; i < 60; i++) {
          Key key = new Key(i);
          storage.change(() -> letters.put(key, MEGABYTE.clone()));
        }
        assertThat(storage.fileBytes()).isGreaterThan(30 << 20);
        return true;
      });
    }
  }

  @Test
  void changesAreLoggedAndComeBack() {
    Storage storage = open();
    storage.write(() ->
        storage.change(() -> {
          storage.log(new Change("lab.letters", BYTES, BYTES));
          return true;
        }));
    assertThat(storage.logBytes()).isPositive();
    storage.close();
    try (Storage again = open()) {
      assertThat(again.logBytes()).as("closing has saved everything").isZero();
    }
  }

  @Test
  void anExceptionAfterTheFirstWriteTakesItBack() {
    Storage storage = open();
    MVMap<Key, byte[]> letters = letters(storage);
    storage.write(() -> storage.change(() -> letters.put(new Key("kept"), BYTES)));
    long logged = storage.logBytes();
    assertThatThrownBy(() ->
            storage.write(() ->
                storage.change(() -> {
                  letters.put(new Key("new"), BYTES);
                  letters.put(new Key("kept"), new byte[] {2});
                  letters.remove(new Key("kept"));
                  storage.log(new Change("lab.letters", BYTES, BYTES));
                  storage.change(() -> letters.put(new Key("inner"), BYTES));
                  throw new IllegalArgumentException("in the middle");
                })))
        .hasMessage("in the middle");
    assertThat(letters.keySet()).containsExactly(new Key("kept"));
    assertThat(letters.get(new Key("kept"))).isEqualTo(BYTES);
    assertThat(storage.logBytes()).as("nothing of it was logged").isEqualTo(logged);
    assertThat(storage.broken()).isNull();
    storage.close();
  }

  @Test
  void whatCannotBeTakenBackEndsTheServer() {
    Storage storage = open();
    MVMap<Key, byte[]> letters = letters(storage);
    assertThatThrownBy(() ->
            storage.create(() -> {
              letters.put(new Key("half"), BYTES);
              throw new IllegalArgumentException("in the middle");
            }))
        .hasMessage("in the middle");
    assertThat(storage.broken()).hasMessage("in the middle");
    storage.close();
  }

  @Test
  void aStoreThatCannotBeForcedIsNotBelieved() {
    AtomicBoolean stuck = new AtomicBoolean();
    Storage storage =
        Storage.inFolder(
            folder,
            Settings.fromSystem(),
            new StoreFile(folder, Settings.fromSystem()) {
              @Override
              CheckedFile file(@Nullable BlockSums sums, Set<Long> distrusted) {
                return new CheckedFile(1, sums, distrusted) {
                  @Override
                  public void sync() {
                    if (stuck.get()) {
                      throw DataUtils.newMVStoreException(
                          DataUtils.ERROR_WRITING_FAILED, "Input/output error");
                    }
                    super.sync();
                  }
                };
              }
            });
    MVMap<Key, byte[]> letters = letters(storage);
    storage.recover(_ -> {});
    storage.write(() ->
        storage.change(() -> {
          storage.log(new Change("lab.letters", BYTES, BYTES));
          return letters.put(new Key("acknowledged"), BYTES);
        }));
    stuck.set(true);
    assertThatThrownBy(() -> storage.define(() -> true)).hasMessageContaining("Input/output");
    assertThat(storage.broken()).isNotNull();
    assertThatThrownBy(() -> storage.write(() -> true)).isInstanceOf(NeedsRestart.class);
    storage.close();
    try (Storage again = Storage.inFolder(folder, Settings.fromSystem())) {
      assertThat(letters(again).keySet()).as("that checkpoint is not used").isEmpty();
      List<Change> changes = new ArrayList<>();
      again.recover(changes::add);
      assertThat(changes).as("what was acknowledged is in the log").hasSize(1);
    }
  }

  private Storage open() {
    Storage storage = Storage.inFolder(folder, Settings.fromSystem());
    letters(storage);
    storage.recover(_ -> {});
    return storage;
  }

  private static MVMap<Key, byte[]> letters(Storage storage) {
    return storage.maps().open("letters", KeyType.ASCENDING);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
