package org.openletter.moderation.screening;

import java.util.List;
import java.util.Map;
import org.openletter.moderation.signal.Finding;
import org.openletter.moderation.view.Span;

/// Why a response is held, for programs and for people.
///
/// @param code stable word
/// @param label two or three words for a chip
/// @param parameters facts of the sentence by name
/// @param sentence for the writer of the response and for who decides
/// @param score 0 to 1
/// @param spans passages of the text in code points, end exclusive
public record Reason(
    String code,
    String label,
    Map<String, Object> parameters,
    String sentence,
    double score,
    List<Span> spans) {

  static Reason of(Finding finding) {
    return new Reason(
        finding.code().word(),
        finding.label(),
        finding.parameters(),
        finding.sentence(),
        Math.round(finding.score() * 100) / 100.0,
        finding.spans());
  }
}
