package org.openletter.gateway.studio.editor;

import org.jspecify.annotations.Nullable;
import org.openletter.gateway.neighbour.posts.DraftsClient;
import org.openletter.platform.id.Ids;
import org.openletter.platform.problem.CallRefused;
import org.openletter.platform.problem.NoAnswer;
import org.springframework.stereotype.Component;

/// A creator opens a letter of hers to write on.
@Component
class OpenDraft {

  private final DraftsClient letters;
  private final Ids ids;

  OpenDraft(DraftsClient letters, Ids ids) {
    this.letters = letters;
    this.ids = ids;
  }

  /// An empty sheet.
  EditorPage empty() {
    return EditorPage.empty(DraftForm.empty(ids.random12()));
  }

  /// The letter as she left it.
  EditorPage open(String id) {
    var kept = EditorPage.of(letters.draft(id));
    // The words of a withdrawn letter can only be begun anew, and that needs a key.
    return kept.with(kept.form().keyed(ids.random12()));
  }

  /// The letter with what stands in the form now. When it cannot be asked for, or is gone, the
  /// words are still there.
  ///
  /// @param id the letter, or null for one that was never kept
  EditorPage with(@Nullable String id, DraftForm form) {
    if (id == null) {
      return EditorPage.empty(form);
    }
    try {
      return EditorPage.of(letters.draft(id)).with(form);
    } catch (NoAnswer | CallRefused notNow) {
      return EditorPage.unknown(id, form);
    }
  }

  /// The same words, to be begun as a letter of their own.
  EditorPage anew(EditorPage typed) {
    return typed.with(typed.form().keyed(ids.random12()));
  }
}
