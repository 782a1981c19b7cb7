package org.openletter.moderation.signal;

import java.util.List;
import java.util.Map;
import org.openletter.moderation.view.Span;

/// Something a signal found. A finding below its head's threshold is evidence: it counts together
/// with others of the head, never alone.
///
/// @param code the kind of reason
/// @param head what the score is about
/// @param score 0 to 1
/// @param parameters what the words for it need, by name, as `platform.text.Parameters` bounds them
/// @param spans the passages of the original text that show it
public record Finding(
    Code code, Head head, double score, Map<String, Object> parameters, List<Span> spans) {

  /// Keeps its own copies and a score between 0 and 1.
  public Finding {
    score = Math.clamp(score, 0, 1);
    parameters = Map.copyOf(parameters);
    spans = List.copyOf(spans);
  }
}
