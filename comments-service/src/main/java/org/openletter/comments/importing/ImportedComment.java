package org.openletter.comments.importing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.screening.ToldVerdict;

/// One comment of a file, as posts-service passes it on.
///
/// @param source its id in the file
/// @param parentSource the id of the one it answers; null when it answers the letter
/// @param text Markdown
/// @param at when it was written
/// @param verdict of the screening; null when that did not answer
/// @param approved false when it was not public where it came from; null counts as true
record ImportedComment(
    @Nullable String source,
    @Nullable String parentSource,
    @Nullable String name,
    @Nullable String text,
    @Nullable Instant at,
    @Nullable ToldVerdict verdict,
    @Nullable Boolean approved) {

  /// Whether it can be stored at all.
  boolean isComplete() {
    return source != null && !source.isBlank() && source.length() <= 64 && at != null;
  }

  String sourceId() {
    return source == null ? "" : source;
  }

  Instant writtenAt() {
    return at == null || at.isBefore(Instant.EPOCH) ? Instant.EPOCH : at;
  }
}
