package org.openletter.gateway.door.draft;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What one session keeps of words that were not sent, newest first.
///
/// @param madeWay what was pushed out, without its words, so that it can be said
record ParkedDrafts(List<Parked.Draft> all, List<Parked.Draft> madeWay) {

  private static final int MOST = 8;

  /// Two of the largest.
  private static final int MOST_BYTES = 192 << 10;

  /// Room that only somebody has who leaves in a hurry and cannot be told that there is none.
  private static final int MOST_LEFT = MOST + 4;

  /// One more of the largest. After it is encrypted all this still fits the smallest document that
  /// a database of ours takes (1 MB), with room for what is written longer.
  private static final int MOST_BYTES_LEFT = MOST_BYTES + (96 << 10);

  /// So many names of what is gone are remembered.
  private static final int MOST_TOLD = 8;

  static final ParkedDrafts NOTHING = new ParkedDrafts(List.of(), List.of());

  /// Sessions that were stored before have nothing that made way.
  ParkedDrafts {
    madeWay = Objects.requireNonNullElse(madeWay, List.of());
  }

  /// With one more; it replaces an older one of the same thing. Empty when there is no room:
  /// nobody's words make way for others unseen.
  ///
  /// @param same tells whether another one is an older try of the same person at the same thing
  Optional<ParkedDrafts> with(Parked.Draft draft, Predicate<Parked.Draft> same) {
    ParkedDrafts more = replacing(draft, same);
    return more.fits(MOST, MOST_BYTES) ? Optional.of(more) : Optional.empty();
  }

  /// With one more in any case, that somebody left in a hurry: when even the room that is kept free
  /// for it is full, the oldest make way, her own first, and it is remembered what they were.
  ///
  /// @param hers tells whether another one is of the same person
  ParkedDrafts withLeft(
      Parked.Draft draft, Predicate<Parked.Draft> same, Predicate<Parked.Draft> hers) {
    ParkedDrafts more = replacing(draft, same);
    while (more.all.size() > 1 && !more.fits(MOST_LEFT, MOST_BYTES_LEFT)) {
      more = more.withoutOldest(hers);
    }
    return more;
  }

  /// Without these. When nothing waits any more, nothing is said of what made way either.
  ParkedDrafts without(Predicate<Parked.Draft> settled) {
    List<Parked.Draft> left = all.stream().filter(settled.negate()).toList();
    return new ParkedDrafts(left, left.isEmpty() ? List.of() : madeWay);
  }

  /// With each of them changed so.
  ParkedDrafts each(UnaryOperator<Parked.Draft> change) {
    return new ParkedDrafts(all.stream().map(change).toList(), madeWay);
  }

  private ParkedDrafts replacing(Parked.Draft draft, Predicate<Parked.Draft> same) {
    return new ParkedDrafts(
        Stream.concat(Stream.of(draft), all.stream().filter(same.negate())).toList(), madeWay);
  }

  private ParkedDrafts withoutOldest(Predicate<Parked.Draft> hers) {
    List<Parked.Draft> oldest = all.subList(1, all.size()).reversed();
    Parked.Draft goes = oldest.stream().filter(hers).findFirst().orElse(oldest.getFirst());
    return new ParkedDrafts(
        all.stream().filter(draft -> !draft.equals(goes)).toList(),
        Stream.concat(Stream.of(goes.named()), madeWay.stream()).limit(MOST_TOLD).toList());
  }

  private boolean fits(int most, int mostBytes) {
    return all.size() <= most && bytes() <= mostBytes;
  }

  private int bytes() {
    return all.stream().mapToInt(draft -> draft.sent().map(sent -> sent.bytes()).orElse(0)).sum();
  }
}
