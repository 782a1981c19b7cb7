package org.openletter.profiles.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.problem.FieldProblem;

/// What is wrong with the fields of a form that was sent; nothing in a new one.
public record Wrong(List<FieldProblem> fields) {

  /// A form that was not sent yet.
  public static final Wrong NOTHING = new Wrong(List.of());

  /// The sentence for one field; null when it is fine.
  public @Nullable String with(String field) {
    return fields.stream()
        .filter(problem -> problem.field().equals(field))
        .map(FieldProblem::sentence)
        .findFirst()
        .orElse(null);
  }
}
