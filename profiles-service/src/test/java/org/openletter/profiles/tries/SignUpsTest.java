package org.openletter.profiles.tries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.openletter.platform.test.TestClock;

class SignUpsTest {

  private static final Guesser.Stranger HERE = new Guesser.Stranger("here", false);

  private final TestClock clock = new TestClock();
  private final SignUps signUps = new SignUps(new SignUpSettings(5, Duration.ofHours(1)), clock);

  @Test
  void stopTheSixthAccountOfANetworkInAnHour() {
    for (int i = 0; i < 5; i++) {
      assertThat(signUps.begin(HERE)).isEmpty();
    }

    assertThat(signUps.begin(HERE)).contains(Duration.ofHours(1));
    assertThat(signUps.begin(new Guesser.Stranger("elsewhere", false))).isEmpty();
    clock.move(Duration.ofHours(1));
    assertThat(signUps.begin(HERE)).isEmpty();
  }

  @Test
  void countNoTryThatFailed() {
    for (int i = 0; i < 50; i++) {
      assertThat(signUps.begin(HERE)).isEmpty();
      signUps.giveBack(HERE);
    }
  }
}
