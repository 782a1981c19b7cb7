package org.openletter.gateway.look.reason;

import org.jspecify.annotations.Nullable;

/// Why a response is not public yet.
///
/// @param reason a stable word such as `first-comment` or `screening-pending`
public record Waiting(String reason) {

  /// For a chip.
  public String label() {
    return ReasonWords.label(reason, null);
  }

  /// What happens next, for its author; null for a reason of a newer service.
  public @Nullable String sentence() {
    return ReasonWords.waiting(reason);
  }
}
