package org.openletter.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InitialsTest {

  @Test
  void areTheFirstLettersOfAtMostThreeParts() {
    assertThat(Initials.of("Thandi", "(m)", "4", "de", "Cruz")).contains("T. M. D.");
    assertThat(Initials.of("ölander")).contains("Ö.");
  }

  @Test
  void areNoneWhereThereIsNoLetter() {
    assertThat(Initials.of("1234", "", "-")).isEmpty();
    assertThat(Initials.of()).isEmpty();
  }
}
