package org.openletter.gateway.neighbour.moderation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The reasons that go with a restriction of one of a person's responses.
///
/// @param action `held`, `change-held` or `removed`
/// @param rule which rule it touches, one word
/// @param facts the own words of whoever decided; may be empty
public record Statement(
    String commentId, String action, String rule, String facts, List<Reason> reasons) {

  /// One thing that it rests on.
  public record Reason(String code, @Nullable Map<String, Object> parameters) {}
}
