package org.openletter.posts.publication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openletter.posts.letter.LetterId;

/// Places that keep the same contract as the real ones.
final class InMemoryDailyPublications implements DailyPublications {

  private static final Duration DAY = Duration.ofDays(1);

  private record Place(LetterId letter, Instant at) {}

  private final Map<String, List<Place>> days = new HashMap<>();
  private final Clock clock;

  InMemoryDailyPublications(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Optional<Duration> take(
      String accountId, String kind, LetterId letter, int places) {
    List<Place> taken = days.computeIfAbsent(accountId + kind, _ -> new ArrayList<>());
    Instant now = clock.instant();
    taken.removeIf(place -> !place.at().isAfter(now.minus(DAY)));
    if (taken.stream().anyMatch(place -> place.letter().equals(letter))) {
      return Optional.empty();
    }
    if (taken.size() < places) {
      taken.add(new Place(letter, now));
      return Optional.empty();
    }
    return Optional.of(Duration.between(now, taken.getFirst().at().plus(DAY)));
  }

  @Override
  public synchronized void giveBack(String accountId, String kind, LetterId letter) {
    days.getOrDefault(accountId + kind, new ArrayList<>())
        .removeIf(place -> place.letter().equals(letter));
  }
}
