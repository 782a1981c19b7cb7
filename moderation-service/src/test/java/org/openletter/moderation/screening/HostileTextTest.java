package org.openletter.moderation.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openletter.moderation.view.HostileText;
import org.openletter.platform.text.Parameters;

/// Nothing that can be sent breaks the screening. That its work grows no faster than the text is
/// seen by the fact that 64 kB of every kind end at all.
class HostileTextTest {

  private static final int SIZE = 64 * 1024;

  @Test
  void getsThroughEveryMonotonousText() {
    for (String text : HostileText.monotonous(SIZE)) {
      checked(text);
    }
  }

  @Test
  void getsThroughMixtures() {
    Random random = new Random(17);
    for (int i = 0; i < 10; i++) {
      checked(HostileText.mixed(random, SIZE));
    }
  }

  @Test
  void getsThroughNoise() {
    Random random = new Random(19);
    for (int i = 0; i < 10; i++) {
      checked(HostileText.noise(random, SIZE));
    }
  }

  @Test
  void getsThroughManyShortOnes() {
    Random random = new Random(23);
    for (int i = 0; i < 2_000; i++) {
      checked(HostileText.mixed(random, random.nextInt(60)));
    }
  }

  private static void checked(String text) {
    Verdict verdict = Screened.text(text);
    int length = text.codePointCount(0, text.length());

    for (Reason reason : verdict.reasons()) {
      assertThat(reason.spans()).allMatch(span -> span.end() <= length);
      assertThat(reason.parameters()).isNotEmpty().matches(Parameters::good);
    }
  }
}
