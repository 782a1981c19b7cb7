package org.openletter.posts.draft;

import java.util.List;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.outbox.OutboxEvent;
import org.openletter.posts.comment.LetterNews;
import org.openletter.posts.letter.Letter;
import org.openletter.posts.letter.LetterId;
import org.openletter.posts.letter.Letters;
import org.openletter.posts.letter.Versions;
import org.springframework.stereotype.Component;

/// A creator throws away a letter that never was public.
@Component
class DiscardDraft {

  private final Letters letters;
  private final Versions versions;
  private final LetterNews news;

  DiscardDraft(Letters letters, Versions versions, LetterNews news) {
    this.letters = letters;
    this.versions = versions;
    this.news = news;
  }

  Result discard(LetterId id, Caller caller) {
    Letter letter = letters.find(id).filter(l -> l.isOf(caller.accountId())).orElse(null);
    return switch (letter) {
      case null -> Result.NOT_FOUND;
      case Letter.Published _, Letter.Withdrawn _ -> Result.ONCE_PUBLIC;
      case Letter.Draft draft -> discard(draft);
    };
  }

  private Result discard(Letter.Draft draft) {
    List<OutboxEvent> events =
        draft.manuscript().origin() instanceof Letter.Origin.Imported
            ? List.of(news.discarded(draft))
            : List.of();
    if (!letters.discard(draft, events)) {
      return Result.CHANGED;
    }
    // After the letter, or a crash in between would leave a letter that points to nothing.
    versions.forgetAll(draft.id());
    return Result.DONE;
  }

  enum Result {
    DONE,
    /// No such letter, or somebody else's.
    NOT_FOUND,
    ONCE_PUBLIC,
    /// Somebody saved it meanwhile, so she has not seen what would be lost.
    CHANGED
  }
}
