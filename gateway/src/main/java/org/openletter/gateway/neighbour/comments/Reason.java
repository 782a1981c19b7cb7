package org.openletter.gateway.neighbour.comments;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One thing that speaks against a response, or that a decision rests on.
///
/// @param code a stable word such as `advertising`
/// @param parameters what was seen, as far as it has words
/// @param score 0 to 1, or null where nothing was measured
/// @param spans the passages of the text that show it, in code points
public record Reason(
    String code,
    @Nullable Map<String, Object> parameters,
    @Nullable Double score,
    @Nullable List<Span> spans) {

  /// A passage, in Unicode code points of the text; `end` is the first one after it.
  public record Span(int start, int end) {}
}
