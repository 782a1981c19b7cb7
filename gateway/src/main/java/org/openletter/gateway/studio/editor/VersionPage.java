package org.openletter.gateway.studio.editor;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.problem.FieldProblem;

/// An earlier text of a letter: what it said, and what was changed since.
///
/// @param letter the letter with its newest words
/// @param number of this text
/// @param published whether readers see this one
/// @param sheet how readers would see it
/// @param changes by the words beside each field; only fields that differ from the newest text
/// @param problem why it could not be restored, or null
public record VersionPage(
    EditorPage letter,
    int number,
    Instant at,
    boolean published,
    Sheet sheet,
    Map<String, List<Piece>> changes,
    @Nullable String problem,
    List<FieldProblem> fields) {

  /// Whether it is the newest text itself.
  public boolean newest() {
    return number == letter.form().version();
  }

  /// Whether it can be made the newest text again.
  public boolean restorable() {
    return !newest() && !letter.isFinal();
  }
}
