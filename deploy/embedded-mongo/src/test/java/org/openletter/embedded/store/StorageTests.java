package org.openletter.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.h2.mvstore.MVMap;
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
