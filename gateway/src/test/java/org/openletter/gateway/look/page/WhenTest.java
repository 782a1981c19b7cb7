package org.openletter.gateway.look.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhenTest {

  private final Page page = PagesForTests.page(Viewer.STRANGER);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-11-15T10:11:30Z | just now
          2026-11-15T10:12:30Z | just now
          2026-11-15T10:11:00Z | 1 minute ago
          2026-11-15T09:13:00Z | 59 minutes ago
          2026-11-15T08:02:00Z | today, 08:02
          2026-11-14T22:10:00Z | yesterday, 22:10
          2026-11-13T23:59:00Z | 13 November
          2025-11-13T10:00:00Z | 13 November 2025
          """)
  void saysAnInstantAsPeopleDo(Instant at, String words) {
    assertThat(When.said(page, at)).isEqualTo(words);
  }

  @Test
  void datesALetterWithTheYear() {
    assertThat(When.dated(page, Instant.parse("2026-11-14T08:00:00Z")))
        .isEqualTo("14 November 2026");
  }
}
