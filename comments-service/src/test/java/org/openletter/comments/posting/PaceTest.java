package org.openletter.comments.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.limit.Limits;

class PaceTest {

  private Instant now = Instant.parse("2026-11-14T12:00:00Z");

  private final InstantSource source = () -> now;
  private final Clock clock = source.withZone(ZoneOffset.UTC);

  private final Pace pace =
      new Pace(
          new Limits(clock), new PostingSettings(8000, 6, 60, 20, Duration.ofDays(3), 10), clock);

  private static Caller joined(String day) {
    return new Caller("a" + day, "handle", "Name", Set.of("member"), day);
  }

  private int acceptedEveryMinute(Caller caller, int minutes) {
    int accepted = 0;
    for (int minute = 0; minute < minutes; minute++) {
      now = now.plus(Duration.ofMinutes(1));
      accepted += pace.respond(caller).isEmpty() ? 1 : 0;
    }
    return accepted;
  }

  @Test
  void allowsTwentyADayInTheFirstThreeDays() {
    assertThat(acceptedEveryMinute(joined("2026-11-13"), 50)).isEqualTo(20);
    assertThat(acceptedEveryMinute(joined("2026-11-10"), 50)).isEqualTo(50);
  }

  @Test
  void takesATokenThatDoesNotSayForANewAccount() {
    assertThat(acceptedEveryMinute(joined(""), 50)).isEqualTo(20);
    assertThat(acceptedEveryMinute(joined("yesterday"), 50)).isEqualTo(20);
  }

  @Test
  void allowsSixtyAnHour() {
    int accepted = 0;
    for (int minute = 0; minute < 20; minute++) {
      now = now.plus(Duration.ofMinutes(1));
      for (int i = 0; i < 6; i++) {
        accepted += pace.respond(joined("2020-01-01")).isEmpty() ? 1 : 0;
      }
    }
    assertThat(accepted).isEqualTo(60);
  }
}
