package org.openletter.moderation.importing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openletter.moderation.screening.Reason;

/// Held responses that belong together, so that one decision is enough.
///
/// @param kind what they are
/// @param ids of its responses, in the order of the file
/// @param bond what shows that they belong together, or nothing
/// @param reasons why they are held, each once
record Cluster(Said kind, List<String> ids, @Nullable Said bond, List<Said> reasons) {

  /// A code with what its words need.
  record Said(String code, Map<String, Object> parameters) {

    // Of what differs with each response only the first kind of personal data is told.
    static Said of(Reason reason) {
      return new Said(
          reason.code(),
          reason.parameters().get("kinds") instanceof List<?> kinds && !kinds.isEmpty()
              ? Map.of("kinds", List.of(kinds.getFirst()))
              : Map.of());
    }
  }
}
