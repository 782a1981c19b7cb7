package org.openletter.moderation.importing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openletter.moderation.screening.Reason;

/// Held responses that belong together, so that one decision is enough.
///
/// @param name plain words
/// @param ids of its responses, in the order of the file
/// @param remark what shows that they belong together, or nothing
/// @param reasons why they are held, each once
record Cluster(String name, List<String> ids, @Nullable String remark, List<Chip> reasons) {

  /// A reason with what the words on a chip need.
  record Chip(String code, Map<String, Object> parameters) {

    // Of what differs with each response only the first kind of personal data is told.
    static Chip of(Reason reason) {
      return new Chip(
          reason.code(),
          reason.parameters().get("kinds") instanceof List<?> kinds && !kinds.isEmpty()
              ? Map.of("kinds", List.of(kinds.getFirst()))
              : Map.of());
    }
  }
}
