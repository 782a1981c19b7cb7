package org.openletter.gateway.studio.editor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.look.page.Viewer;
import org.openletter.gateway.neighbour.posts.DraftsClient;
import org.openletter.platform.problem.FieldProblem;
import org.springframework.stereotype.Component;

/// A creator reads an earlier text of her letter beside the newest one.
@Component
class OpenVersion {

  private final DraftsClient letters;
  private final OpenDraft openDraft;
  private final ShowSheet showSheet;

  OpenVersion(DraftsClient letters, OpenDraft openDraft, ShowSheet showSheet) {
    this.letters = letters;
    this.openDraft = openDraft;
    this.showSheet = showSheet;
  }

  /// Opens it.
  ///
  /// @param problem why it could not be restored, or null
  VersionPage open(
      Viewer viewer, String id, int number, @Nullable String problem, List<FieldProblem> fields) {
    var letter = openDraft.open(id);
    var text = letters.text(id, number);
    var words = DraftForm.of(text);
    return new VersionPage(
        letter,
        number,
        text.at(),
        text.published(),
        showSheet.show(viewer, words, letter.publishedAt()),
        changes(words, letter.form()),
        problem,
        fields);
  }

  private static Map<String, List<Piece>> changes(DraftForm earlier, DraftForm newest) {
    var before = earlier.parts();
    var changes = new LinkedHashMap<String, List<Piece>>();
    newest
        .parts()
        .forEach((field, words) -> {
          String was = before.getOrDefault(field, "");
          if (!was.equals(words)) {
            changes.put(Newer.label(field), CompareTexts.compare(was, words));
          }
        });
    return changes;
  }
}
