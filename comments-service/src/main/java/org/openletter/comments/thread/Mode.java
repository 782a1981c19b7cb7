package org.openletter.comments.thread;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/// What happens to a new response that the screening has nothing against.
public enum Mode {
  /// It is public at once.
  OPEN("open"),
  /// It is public at once unless its author has no approved response on this creator's letters yet.
  HOLD_FIRST_TIMERS("hold-first-timers"),
  /// The creator reads each before it appears.
  HOLD_ALL("hold-all"),
  /// There are no new responses.
  CLOSED("closed");

  private final String word;

  Mode(String word) {
    this.word = word;
  }

  /// The stable word of the API and the database.
  @JsonValue
  public String word() {
    return word;
  }

  /// The mode of this word, empty when there is none.
  public static Optional<Mode> of(String word) {
    return Arrays.stream(values()).filter(mode -> mode.word.equals(word)).findFirst();
  }
}
