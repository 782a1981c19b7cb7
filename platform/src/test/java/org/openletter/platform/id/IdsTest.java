package org.openletter.platform.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {

  private static final Instant NOW = Instant.parse("2026-11-14T10:00:00Z");

  private final Ids ids = new Ids(Clock.fixed(NOW, ZoneOffset.UTC), new Random(7));

  @Test
  void randomIdsHaveTwelveCharactersAndDiffer() {
    HashSet<String> seen = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      seen.add(ids.random12());
    }

    assertThat(seen).hasSize(1000).allMatch(id -> id.matches("[0-9a-z]{12}"));
  }

  @Test
  void timeOrderedIdsAscendEvenWhenTheClockStandsStill() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      made.add(ids.uuid7());
    }

    assertThat(made).isSorted().doesNotHaveDuplicates();
    assertThat(UUID.fromString(made.getFirst()).version()).isEqualTo(7);
    assertThat(UUID.fromString(made.getFirst()).variant()).isEqualTo(2);
  }

  @Test
  void derivedIdsAreTheSameForTheSamePartsOnly() {
    assertThat(Ids.derived12("wxr", "1")).isEqualTo(Ids.derived12("wxr", "1"));
    assertThat(Ids.derived12("ab", "c")).isNotEqualTo(Ids.derived12("a", "bc"));
    assertThat(Ids.derived12("wxr", "1")).matches("[0-9a-z]{12}");
  }

  @Test
  void derivedTimeOrderedIdsSortByTheirDate() {
    String old = Ids.derivedUuid7(NOW.minusSeconds(60), "a");
    String young = Ids.derivedUuid7(NOW, "a");

    assertThat(old).isLessThan(young);
    assertThat(young)
        .isEqualTo(Ids.derivedUuid7(NOW, "a"))
        .isNotEqualTo(Ids.derivedUuid7(NOW, "b"));
    assertThat(UUID.fromString(young).version()).isEqualTo(7);
  }
}
