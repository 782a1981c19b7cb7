package org.openletter.moderation.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Held responses that belong together, so that one decision is enough.
///
/// @param name plain words
/// @param ids of its responses, in the order of the file
/// @param remark what shows that they belong together, or nothing
/// @param reasons why they are held, each once
record Cluster(String name, List<String> ids, @Nullable String remark, List<Chip> reasons) {

  /// A reason in two or three words.
  record Chip(String code, String label) {}
}
