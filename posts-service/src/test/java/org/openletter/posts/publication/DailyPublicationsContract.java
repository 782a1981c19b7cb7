package org.openletter.posts.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.openletter.platform.id.Ids;
import org.openletter.platform.test.TestClock;
import org.openletter.posts.letter.LetterId;

/// What every kind of `DailyPublications` does the same way.
abstract class DailyPublicationsContract {

  static final TestClock CLOCK = new TestClock();

  private final Ids ids = new Ids(CLOCK, new Random());
  private final String account = ids.random12();

  abstract DailyPublications daily();

  @Test
  void givesSoManyPlacesAndTellsHowLongToWait() {
    assertThat(take(letter(), 2)).isEmpty();
    CLOCK.move(Duration.ofHours(1));
    assertThat(take(letter(), 2)).isEmpty();

    assertThat(take(letter(), 2)).contains(Duration.ofHours(23));
    CLOCK.move(Duration.ofHours(23));
    assertThat(take(letter(), 2)).isEmpty();
    assertThat(take(letter(), 2)).contains(Duration.ofHours(1));
  }

  @Test
  void givesALetterOnePlaceAndTakesItBack() {
    LetterId letter = letter();
    assertThat(take(letter, 1)).isEmpty();
    assertThat(take(letter, 1)).isEmpty();
    assertThat(take(letter(), 1)).isPresent();
    assertThat(daily().take(account, "imported", letter(), 1)).isEmpty();

    daily().giveBack(account, "written", letter);
    daily().giveBack(account, "written", letter());
    assertThat(take(letter(), 1)).isEmpty();
  }

  @Test
  void givesNoMoreWhenManyAskAtOnce() throws Exception {
    List<Callable<Optional<Duration>>> asks = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      asks.add(() -> take(letter(), 5));
    }
    try (var threads = Executors.newFixedThreadPool(20)) {
      int given = 0;
      for (var answer : threads.invokeAll(asks)) {
        given += answer.get().isEmpty() ? 1 : 0;
      }
      assertThat(given).isEqualTo(5);
    }
  }

  private Optional<Duration> take(LetterId letter, int places) {
    return daily().take(account, "written", letter, places);
  }

  private synchronized LetterId letter() {
    return new LetterId(ids.random12());
  }
}
