package org.openletter.posts.importing.screening;

import java.util.List;
import java.util.Map;

/// What came of screening the responses of one letter.
///
/// @param complete false when moderation-service did not answer for all of them
/// @param verdicts by the sources of the responses; those that are missing are held
public record Screening(boolean complete, Map<String, Verdict> verdicts, List<Cluster> clusters) {

  /// Responses that look alike.
  ///
  /// @param remark what they have in common, for a person; may be empty
  public record Cluster(String name, List<String> sources, String remark, List<Reason> reasons) {}

  /// A reason: a code and what the words on a chip need.
  public record Reason(String code, Map<String, Object> parameters) {}
}
