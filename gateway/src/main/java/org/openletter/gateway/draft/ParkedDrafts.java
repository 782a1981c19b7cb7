package org.openletter.gateway.draft;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What one session keeps of words that were not sent, newest first.
record ParkedDrafts(List<Parked.Draft> all) {

  private static final int MOST = 8;

  /// Two of the largest still fit a document of 256 kB after they are encrypted.
  private static final int MOST_BYTES = 192 << 10;

  static final ParkedDrafts NOTHING = new ParkedDrafts(List.of());

  /// With one more; it replaces an older one of the same thing. Empty when there is no room:
  /// nobody's words make way for others unseen.
  ///
  /// @param same tells whether another one is an older try of the same person at the same thing
  Optional<ParkedDrafts> with(Parked.Draft draft, Predicate<Parked.Draft> same) {
    ParkedDrafts more =
        new ParkedDrafts(
            Stream.concat(Stream.of(draft), all.stream().filter(same.negate())).toList());
    return more.all.size() <= MOST && more.bytes() <= MOST_BYTES
        ? Optional.of(more)
        : Optional.empty();
  }

  ParkedDrafts without(Predicate<Parked.Draft> settled) {
    return new ParkedDrafts(all.stream().filter(settled.negate()).toList());
  }

  private int bytes() {
    return all.stream().mapToInt(draft -> draft.sent().map(sent -> sent.bytes()).orElse(0)).sum();
  }
}
