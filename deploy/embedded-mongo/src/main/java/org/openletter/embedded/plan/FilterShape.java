package org.openletter.embedded.plan;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A filter with a question mark in place of every value: enough to find the query in the code, and
/// nothing of what people wrote.
final class FilterShape {

  private FilterShape() {}

  static String of(@Nullable Object filter) {
    return switch (filter) {
      case Document document ->
          document.entrySet().stream()
              .map(field -> field.getKey() + ": " + of(field.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case Collection<?> clauses when clauses.stream().allMatch(Document.class::isInstance) ->
          clauses.stream().map(FilterShape::of).collect(Collectors.joining(", ", "[", "]"));
      case null, default -> "?";
    };
  }
}
