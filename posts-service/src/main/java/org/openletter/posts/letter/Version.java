package org.openletter.posts.letter;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One text of a letter. It is written before the letter that points to it, so a letter never
/// points to nothing; one that no letter points to was left behind by a save that lost a race.
///
/// @param id sorts by time
/// @param previous the version this one was written on; null for the first
/// @param sitting when the sitting began in which this was written
/// @param kept whether it stays when a newer one of the same sitting comes
public record Version(
    String id,
    LetterId letterId,
    int number,
    @Nullable String previous,
    LetterText text,
    Instant at,
    Instant sitting,
    boolean kept) {

  /// The editor saves every few seconds; one version for each ten minutes of writing is history
  /// enough, and bounds how many there are.
  private static final Duration SITTING = Duration.ofMinutes(10);

  /// The first text of a letter.
  public static Version first(
      String id, LetterId letterId, LetterText text, Instant at, boolean kept) {
    return new Version(id, letterId, 1, null, text, at, at, kept);
  }

  /// The text after this one. Within one sitting it takes the place of this one.
  public Version next(String nextId, LetterText newer, Instant now) {
    boolean replaces = givesWayAt(now);
    return new Version(
        nextId,
        letterId,
        number + 1,
        replaces ? previous : id,
        newer,
        now,
        replaces ? sitting : now,
        false);
  }

  /// The text after this one, which stays beside it.
  public Version apart(String nextId, LetterText newer, Instant now) {
    return new Version(nextId, letterId, number + 1, id, newer, now, now, false);
  }

  /// Whether a version written now takes the place of this one.
  public boolean givesWayAt(Instant now) {
    return !kept && now.isBefore(sitting.plus(SITTING));
  }
}
