package org.openletter.posts.draft;

import org.openletter.platform.caller.Caller;
import org.openletter.posts.PostsRefusals;
import org.openletter.posts.letter.LetterId;
import org.openletter.posts.letter.LetterText;
import org.springframework.stereotype.Component;

/// A creator goes back to an earlier text of her letter. It becomes her newest version; the one
/// before it stays, so that going back can be taken back too.
@Component
class RestoreVersion {

  private final ShowVersion show;
  private final SaveDraft save;

  RestoreVersion(ShowVersion show, SaveDraft save) {
    this.show = show;
    this.save = save;
  }

  /// @param number the text that she wants back
  /// @param onVersion the newest one that she has seen
  SaveDraft.Result restore(LetterId id, int number, int onVersion, Caller caller) {
    ShowVersion.Text text = show.show(id, number, caller).orElse(null);
    if (text == null) {
      return new SaveDraft.Result.No(PostsRefusals.NO_SUCH_LETTER);
    }
    LetterText words =
        new LetterText(
            text.title(),
            text.addressee(),
            text.byline(),
            text.disclaimer(),
            text.topics(),
            text.body(),
            text.language());
    return save.save(id, DraftForm.of(words), onVersion, caller);
  }
}
