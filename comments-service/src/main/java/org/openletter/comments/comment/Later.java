package org.openletter.comments.comment;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// Something that is to be done about a comment later.
public record Later(Instant at, What what) {

  /// What is to be done. Notices of a decision wait until it cannot be taken back any more: so a
  /// decision that was taken back sends none, and one that was made again sends them once.
  public enum What {
    /// Its author, and whoever waits for responses, are told that it is public.
    TELL_PUBLISHED("tell-published"),
    /// Its author is told that her new words are public.
    TELL_CHANGE_PUBLISHED("tell-change-published"),
    /// Its author is told that it was removed.
    TELL_REMOVED("tell-removed"),
    /// The words of what was withdrawn are blanked.
    BLANK("blank");

    private final String word;

    What(String word) {
      this.word = word;
    }

    /// The stable word of the database.
    public String word() {
      return word;
    }

    /// What this word means, empty when it is none.
    public static Optional<What> of(String word) {
      return Arrays.stream(values()).filter(what -> what.word.equals(word)).findFirst();
    }
  }
}
