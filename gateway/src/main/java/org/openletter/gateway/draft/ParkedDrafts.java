package org.openletter.gateway.draft;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What one session keeps of words that were not sent, newest first.
record ParkedDrafts(List<Parked.Draft> all) {

  /// Two of the largest still fit a document of 256 kB after they are encrypted.
  private static final int MOST = 2;

  static final ParkedDrafts NOTHING = new ParkedDrafts(List.of());

  /// With one more; it replaces an older one for the same place.
  ParkedDrafts with(Parked.Draft draft) {
    return new ParkedDrafts(
        Stream.concat(
                Stream.of(draft), all.stream().filter(d -> !d.isFor(draft.kind(), draft.target())))
            .limit(MOST)
            .toList());
  }

  ParkedDrafts without(String kind, String target) {
    return new ParkedDrafts(
        all.stream().filter(Predicate.not(draft -> draft.isFor(kind, target))).toList());
  }

  Optional<Parked.Draft> find(String kind, String target) {
    return all.stream().filter(draft -> draft.isFor(kind, target)).findFirst();
  }
}
