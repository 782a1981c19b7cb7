package org.openletter.profiles.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openletter.profiles.MovableClock;

class TriesTest {

  private final MovableClock clock = new MovableClock();
  private final Tries tries = QuickTries.make(clock);

  private void tryTimes(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(tries.begin("rosa")).as("try %d", i + 1).isEmpty();
    }
  }

  private Duration waitNow() {
    Optional<Duration> wait = tries.begin("rosa");
    assertThat(wait).isPresent();
    return wait.orElseThrow();
  }

  @Test
  void makesTheEleventhTryWait() {
    tryTimes(10);

    assertThat(waitNow()).isEqualTo(Duration.ofSeconds(15));
    assertThat(tries.begin("otto")).as("somebody else").isEmpty();
  }

  @Test
  void makesEachFurtherTryWaitLongerButNeverForEver() {
    tryTimes(10);
    clock.move(waitNow());
    tryTimes(1);
    assertThat(waitNow()).isEqualTo(Duration.ofSeconds(30));
    for (int i = 0; i < 20; i++) {
      clock.move(waitNow());
      tryTimes(1);
    }
    assertThat(waitNow()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void doesNotLengthenTheWaitByRefusedTries() {
    tryTimes(10);
    clock.move(Duration.ofSeconds(10));
    for (int i = 0; i < 50; i++) {
      assertThat(waitNow()).isEqualTo(Duration.ofSeconds(5));
    }
  }

  @Test
  void letsTenTriesInFiveMinutesPassAgainAndAgain() {
    for (int rounds = 0; rounds < 5; rounds++) {
      tryTimes(9);
      clock.move(Duration.ofMinutes(5));
    }
  }

  @Test
  void forgetsWhenItWasTheOwner() {
    tryTimes(9);
    tries.succeeded("rosa");
    tryTimes(10);
  }

  @Test
  void forgetsAfterAQuietHour() {
    tryTimes(10);
    clock.move(Duration.ofMinutes(61));
    tryTimes(10);
  }
}
