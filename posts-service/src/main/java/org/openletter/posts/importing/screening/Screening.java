package org.openletter.posts.importing.screening;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What came of screening the responses of one letter.
///
/// @param complete false when moderation-service did not answer for all of them
/// @param verdicts by the sources of the responses; those that are missing are held
public record Screening(boolean complete, Map<String, Verdict> verdicts, List<Cluster> clusters) {

  /// Responses that look alike.
  ///
  /// @param kind what they are; equal kinds are one in the eyes of a person
  /// @param bond what shows that they belong together, or nothing
  public record Cluster(Said kind, List<String> sources, @Nullable Said bond, List<Said> reasons) {}

  /// A code and what its words need.
  public record Said(String code, Map<String, Object> parameters) {}
}
