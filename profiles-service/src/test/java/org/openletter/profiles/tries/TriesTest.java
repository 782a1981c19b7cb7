package org.openletter.profiles.tries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openletter.platform.test.TestClock;
import org.openletter.profiles.name.Handle;

class TriesTest {

  private static final Handle ROSA = new Handle("rosa");
  private static final Guesser.Stranger HERE = new Guesser.Stranger("here", false);
  private static final Guesser.Stranger HERS = new Guesser.Stranger("here", true);

  private final TestClock clock = new TestClock();
  private final Tries tries = QuickTries.make(clock);

  private Optional<TooMany> begin(Handle handle, Guesser guesser) {
    return tries.begin(Purpose.SIGN_IN, handle, guesser);
  }

  private void tryTimes(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(begin(ROSA, HERE)).as("try %d", i + 1).isEmpty();
    }
  }

  private Duration waitNow() {
    TooMany tooMany = begin(ROSA, HERE).orElseThrow();
    assertThat(tooMany.why()).isEqualTo(TooMany.Why.HERE);
    return tooMany.retryAfter();
  }

  private static Guesser.Stranger from(int block) {
    return new Guesser.Stranger("block " + block, false);
  }

  private static Handle handle(int number) {
    return new Handle("person-" + number);
  }

  /// From so many networks that none of them has to wait.
  private void guessesFromEverywhere(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(begin(ROSA, from(i))).as("try %d", i + 1).isEmpty();
    }
  }

  @Test
  void makesTheEleventhTryWait() {
    tryTimes(10);

    assertThat(waitNow()).isEqualTo(Duration.ofSeconds(15));
    assertThat(begin(new Handle("otto"), HERE)).as("somebody else").isEmpty();
    assertThat(begin(ROSA, from(1))).as("from elsewhere").isEmpty();
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
    tries.succeeded(Purpose.SIGN_IN, ROSA, HERE);
    tryTimes(10);
  }

  @Test
  void forgetsAfterAQuietHour() {
    tryTimes(10);
    clock.move(Duration.ofMinutes(61));
    tryTimes(10);
  }

  @Test
  void stopsTheTwentySixthTryOfANetworkWhateverTheHandle() {
    for (int i = 0; i < 25; i++) {
      assertThat(begin(handle(i), HERE)).isEmpty();
    }

    assertThat(begin(handle(25), HERE).orElseThrow().why()).isEqualTo(TooMany.Why.NETWORK);
    assertThat(tries.begin(Purpose.SIGN_IN, null, HERE)).as("no handle at all").isPresent();
    assertThat(begin(handle(25), from(1))).as("another network").isEmpty();
    assertThat(tries.begin(Purpose.RECOVERY, handle(25), HERE)).as("another purpose").isEmpty();
    clock.move(Duration.ofMinutes(5));
    assertThat(begin(handle(25), HERE)).isEmpty();
  }

  @Test
  void countsNoTryOfANetworkThatSucceeded() {
    for (int i = 0; i < 60; i++) {
      assertThat(begin(handle(i), HERE)).isEmpty();
      tries.succeeded(Purpose.SIGN_IN, handle(i), HERE);
    }
  }

  @Test
  void stopsTheHundredAndFirstTryForAHandleButNotInTheOwnersBrowser() {
    guessesFromEverywhere(100);

    assertThat(begin(ROSA, from(1000)).orElseThrow().why()).isEqualTo(TooMany.Why.EVERYWHERE);
    assertThat(begin(ROSA, new Guesser.Stranger("at home", true))).isEmpty();
    assertThat(begin(new Handle("otto"), from(1000))).isEmpty();
    clock.move(Duration.ofHours(1));
    assertThat(begin(ROSA, from(1000))).isEmpty();
  }

  @Test
  void letsTheOwnersBrowserInBesideAStrangerOfTheSameNetwork() {
    tryTimes(10);

    assertThat(begin(ROSA, HERS)).isEmpty();
  }

  @Test
  void countsWhatIsTriedForOnePurposeForNoOther() {
    tryTimes(10);
    guessesFromEverywhere(90);

    for (Purpose other : new Purpose[] {Purpose.RECOVERY, Purpose.ASKED_AGAIN}) {
      assertThat(tries.begin(other, ROSA, HERE)).as("%s", other).isEmpty();
    }
    assertThat(tries.begin(Purpose.ASKED_AGAIN, ROSA, new Guesser.SignedIn())).isEmpty();
  }

  @Test
  void confusesNoHandleWithAPurpose() {
    for (int i = 0; i < 10; i++) {
      tries.begin(Purpose.RECOVERY, ROSA, HERE);
      tries.begin(Purpose.ASKED_AGAIN, ROSA, new Guesser.SignedIn());
    }

    for (String handle : new String[] {"recovery", "recovery-rosa", "again-rosa", "again"}) {
      assertThat(begin(new Handle(handle), HERE)).as(handle).isEmpty();
    }
  }

  @Test
  void countsTheTriesOfSomebodySignedInForNobodyElse() {
    for (int i = 0; i < 10; i++) {
      assertThat(tries.begin(Purpose.ASKED_AGAIN, ROSA, new Guesser.SignedIn())).isEmpty();
    }

    assertThat(tries.begin(Purpose.ASKED_AGAIN, ROSA, new Guesser.SignedIn())).isPresent();
    assertThat(tries.begin(Purpose.ASKED_AGAIN, handle(1), new Guesser.SignedIn())).isEmpty();
  }
}
