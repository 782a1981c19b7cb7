package org.openletter.moderation.screening;

import java.util.List;
import java.util.Map;
import org.openletter.moderation.signal.Finding;
import org.openletter.moderation.view.Span;

/// Why a response is held. The words for it are the gateway's.
///
/// @param code stable word
/// @param parameters what the words for it need, by name
/// @param score 0 to 1
/// @param spans passages of the text in code points, end exclusive
public record Reason(String code, Map<String, Object> parameters, double score, List<Span> spans) {

  static Reason of(Finding finding) {
    return new Reason(
        finding.code().word(),
        finding.parameters(),
        Math.round(finding.score() * 100) / 100.0,
        finding.spans());
  }
}
