package org.openletter.moderation.signal;

import java.util.List;
import java.util.Map;
import org.openletter.moderation.view.Span;

/// Something a signal found. A finding below its head's threshold is evidence: it counts together
/// with others of the head, never alone.
///
/// @param code the kind of reason
/// @param label two or three words for a chip
/// @param head what the score is about
/// @param score 0 to 1
/// @param sentence plain and kind, for the writer of the response and for who decides
/// @param parameters facts of the sentence by name
/// @param spans the passages of the original text that show it
public record Finding(
    Code code,
    String label,
    Head head,
    double score,
    String sentence,
    Map<String, Object> parameters,
    List<Span> spans) {

  /// Keeps its own copies and a score between 0 and 1.
  public Finding {
    score = Math.clamp(score, 0, 1);
    parameters = Map.copyOf(parameters);
    spans = List.copyOf(spans);
  }

  /// A finding with the usual label of its code.
  public Finding(
      Code code,
      Head head,
      double score,
      String sentence,
      Map<String, Object> parameters,
      List<Span> spans) {
    this(code, code.label(), head, score, sentence, parameters, spans);
  }
}
