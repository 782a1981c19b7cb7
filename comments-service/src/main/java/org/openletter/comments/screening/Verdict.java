package org.openletter.comments.screening;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What moderation-service thinks of one text. It advises; the thread decides.
///
/// @param hold whether something speaks against showing it
/// @param heldAs the strongest reason in one word, null when nothing speaks against it
/// @param scores from 0 to 1, by head: `spam`, `gibberish`, `personalData`, `offTopic`,
///   `harassment`
/// @param version of the screening, kept so that a decision can be looked at again
/// @param masked the text with personal data covered; null when there is none in it
public record Verdict(
    boolean hold,
    @Nullable String heldAs,
    Map<String, Double> scores,
    List<Reason> reasons,
    String version,
    @Nullable String masked) {

  /// One reason, with the passages it rests on.
  ///
  /// @param code stable word such as `advertising`
  /// @param parameters what the words for it need, by name
  /// @param score from 0 to 1
  public record Reason(
      String code, Map<String, Object> parameters, double score, List<Span> spans) {}

  /// A passage of the text, in code points; `end` is not part of it.
  public record Span(int start, int end) {}
}
