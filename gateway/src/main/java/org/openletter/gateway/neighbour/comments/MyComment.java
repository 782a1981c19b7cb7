package org.openletter.gateway.neighbour.comments;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One of the viewer's own responses, with what became of it.
///
/// @param decision what somebody, or a check, decided about it, or null
public record MyComment(
    @JsonUnwrapped Comment comment, @Nullable LetterName letter, @Nullable Decision decision) {

  /// A decision about it.
  ///
  /// @param reason a stable word such as `advertising`
  /// @param words the own words of whoever decided, whole; null when there are none
  public record Decision(@Nullable String reason, @Nullable String words, @Nullable Instant at) {}
}
