package org.openletter.platform.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LimitsTest {

  private Instant now = Instant.parse("2026-11-14T10:00:00Z");

  private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
  private final Limits limits = new Limits(clock);
  private final Limit twoAMinute = new Limit(2, Duration.ofMinutes(1));

  @Test
  void tellsHowLongToWaitAndAllowsAgainAfterThat() {
    assertThat(limits.take("comments", "ana", twoAMinute)).isEmpty();
    now = now.plusSeconds(20);
    assertThat(limits.take("comments", "ana", twoAMinute)).isEmpty();

    assertThat(limits.take("comments", "ana", twoAMinute)).contains(Duration.ofSeconds(40));

    now = now.plusSeconds(40);
    assertThat(limits.take("comments", "ana", twoAMinute)).isEmpty();
  }

  @Test
  void aRefusedUseCostsNothing() {
    limits.take("comments", "ana", twoAMinute);
    limits.take("comments", "ana", twoAMinute);
    for (int i = 0; i < 50; i++) {
      limits.take("comments", "ana", twoAMinute);
    }
    now = now.plusSeconds(60);

    assertThat(limits.take("comments", "ana", twoAMinute)).isEmpty();
  }

  @Test
  void countsPeopleAndBucketsApart() {
    limits.take("comments", "ana", twoAMinute);
    limits.take("comments", "ana", twoAMinute);

    assertThat(limits.take("comments", "ben", twoAMinute)).isEmpty();
    assertThat(limits.take("reports", "ana", twoAMinute)).isEmpty();
    assertThat(limits.take("comments", "ana", twoAMinute)).isPresent();
  }

  @Test
  void takesAUseBackThatWasNone() {
    limits.take("comments", "ana", twoAMinute);
    limits.take("comments", "ana", twoAMinute);
    assertThat(limits.waitFor("comments", "ana", twoAMinute)).contains(Duration.ofMinutes(1));

    limits.giveBack("comments", "ana");

    assertThat(limits.waitFor("comments", "ana", twoAMinute)).isEmpty();
    assertThat(limits.take("comments", "ana", twoAMinute)).isEmpty();
    assertThat(limits.take("comments", "ana", twoAMinute)).isPresent();
  }

  @Test
  void forgetsTheOldestKeyWhenAllTogetherHaveTooManyUses() {
    Limits small = new Limits(clock, 100);
    Limit fifty = new Limit(50, Duration.ofHours(1));
    for (String key : new String[] {"first", "second"}) {
      for (int i = 0; i < 50; i++) {
        assertThat(small.take("api", key, fifty)).isEmpty();
      }
    }
    assertThat(small.waitFor("api", "first", fifty)).isPresent();
    assertThat(small.waitFor("api", "second", fifty)).isPresent();

    small.take("api", "third", fifty);

    assertThat(small.waitFor("api", "first", fifty)).isEmpty();
    assertThat(small.waitFor("api", "second", fifty)).isPresent();
  }

  @Test
  void forgetsTheOldestKeyInsteadOfGrowingForEver() {
    Limits many = new Limits(Clock.systemUTC());
    Limit once = new Limit(1, Duration.ofHours(1));
    many.take("drafts", "first", once);
    for (int i = 0; i < 100_000; i++) {
      many.take("drafts", "stranger" + i, once);
    }

    assertThat(many.take("drafts", "first", once)).isEmpty();
    assertThat(many.take("drafts", "stranger99999", once)).isPresent();
  }
}
