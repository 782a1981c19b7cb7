package org.openletter.posts.publication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTimeTest {

  @ParameterizedTest
  @CsvSource({"0,1", "100,1", "500,2", "1800,8"})
  void isAWholeNumberOfMinutes(int words, int minutes) {
    assertThat(ReadingTime.minutes(words)).isEqualTo(minutes);
  }
}
