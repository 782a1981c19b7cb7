package org.openletter.comments.screening;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A verdict as it arrives; anything may be missing in a broken one.
///
/// @param decision `publish`, `hold` or `reject`
public record ToldVerdict(
    @Nullable String decision,
    @Nullable Map<String, @Nullable Double> scores,
    @Nullable List<@Nullable ToldReason> reasons,
    @Nullable String heldAs,
    @Nullable String version,
    @Nullable String masked) {

  /// One reason as it arrives.
  ///
  /// @param label the words, as the screening told them before there were parameters; so is
  ///   `sentence`. They still come with a file that was looked at then
  record ToldReason(
      @Nullable String code,
      @Nullable Map<String, @Nullable Object> parameters,
      @Nullable String label,
      @Nullable String sentence,
      @Nullable Double score,
      @Nullable List<Verdict.@Nullable Span> spans) {}
}
