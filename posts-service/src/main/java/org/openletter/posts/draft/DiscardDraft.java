package org.openletter.posts.draft;

import java.util.List;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.outbox.OutboxEvent;
import org.openletter.platform.problem.Refusal;
import org.openletter.posts.PostsRefusals;
import org.openletter.posts.comment.LetterNews;
import org.openletter.posts.letter.Letter;
import org.openletter.posts.letter.LetterId;
import org.openletter.posts.letter.Letters;
import org.openletter.posts.letter.Versions;
import org.openletter.posts.publication.Newer;
import org.springframework.stereotype.Component;

/// A creator throws away a letter that never was public.
@Component
class DiscardDraft {

  /// Something that is no news to her, such as a new name, may come between reading and writing.
  private static final int TRIES = 3;

  private final Letters letters;
  private final Versions versions;
  private final LetterNews news;

  DiscardDraft(Letters letters, Versions versions, LetterNews news) {
    this.letters = letters;
    this.versions = versions;
    this.news = news;
  }

  /// @param version the number of the text that she has seen
  Result discard(LetterId id, int version, Caller caller) {
    for (int i = 0; i < TRIES; i++) {
      Letter letter = letters.find(id).filter(l -> l.isOf(caller.accountId())).orElse(null);
      switch (letter) {
        case null -> {
          return new Result.No(PostsRefusals.NO_SUCH_LETTER);
        }
        case Letter.Published _, Letter.Withdrawn _ -> {
          return new Result.No(PostsRefusals.ONCE_PUBLIC);
        }
        case Letter.Draft draft when draft.latest().number() != version -> {
          return new Result.No(Newer.refusal(versions, id, draft.latest().versionId()));
        }
        case Letter.Draft draft -> {
          if (discard(draft)) {
            return new Result.Done();
          }
        }
      }
    }
    return new Result.No(PostsRefusals.BUSY);
  }

  private boolean discard(Letter.Draft draft) {
    List<OutboxEvent> events =
        draft.manuscript().origin() instanceof Letter.Origin.Imported
            ? List.of(news.discarded(draft))
            : List.of();
    if (!letters.discard(draft, events)) {
      return false;
    }
    // After the letter, or a crash in between would leave a letter that points to nothing.
    versions.forgetAll(draft.id());
    return true;
  }

  sealed interface Result {

    record Done() implements Result {}

    record No(Refusal why) implements Result {}
  }
}
