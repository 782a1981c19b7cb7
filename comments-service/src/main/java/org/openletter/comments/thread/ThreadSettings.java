package org.openletter.comments.thread;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the creator of a letter decided for its thread.
///
/// @param closesAt from then on there are no new responses; null when nothing is planned
/// @param rules her house rules, at most 5 lines of at most 200 code points, shown at the composer
/// @param version counts the changes, from 0
public record ThreadSettings(
    Mode mode, @Nullable Instant closesAt, List<String> rules, long version) {

  private static final List<String> DEFAULT_RULES =
      List.of(
          "Speak about what was done, not about what people are.",
          "Say it as you would to her face. Questions are welcome.");

  /// How every thread starts.
  static ThreadSettings defaults() {
    return new ThreadSettings(Mode.HOLD_FIRST_TIMERS, null, DEFAULT_RULES, 0);
  }
}
