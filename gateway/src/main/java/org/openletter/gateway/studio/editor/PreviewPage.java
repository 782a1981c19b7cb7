package org.openletter.gateway.studio.editor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.problem.FieldProblem;

/// A draft as readers will see it, with the button that makes it so.
///
/// @param problem why it could not be published, or null
/// @param fields what is missing or cannot be so
public record PreviewPage(
    EditorPage letter, Sheet sheet, @Nullable String problem, List<FieldProblem> fields) {

  /// Whether readers see exactly these words already.
  public boolean alreadyPublic() {
    return letter.state().equals("published") && !letter.unpublishedChanges();
  }
}
