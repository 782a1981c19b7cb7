package org.openletter.posts.draft;

import java.util.List;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.outbox.OutboxEvent;
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
    Letter letter = letters.find(id).filter(l -> l.isOf(caller.accountId())).orElse(null);
    return switch (letter) {
      case null -> new Result.NotFound();
      case Letter.Published _, Letter.Withdrawn _ -> new Result.OncePublic();
      case Letter.Draft draft when draft.latest().number() != version -> changed(draft);
      case Letter.Draft draft -> discard(draft);
    };
  }

  private Result discard(Letter.Draft draft) {
    List<OutboxEvent> events =
        draft.manuscript().origin() instanceof Letter.Origin.Imported
            ? List.of(news.discarded(draft))
            : List.of();
    if (!letters.discard(draft, events)) {
      return letters.find(draft.id()).map(this::changed).orElseGet(Result.NotFound::new);
    }
    // After the letter, or a crash in between would leave a letter that points to nothing.
    versions.forgetAll(draft.id());
    return new Result.Done();
  }

  private Result changed(Letter letter) {
    return versions
        .find(letter.id(), letter.latest().versionId())
        .<Result>map(version -> new Result.Changed(Newer.of(version)))
        .orElseGet(Result.NotFound::new);
  }

  sealed interface Result {

    record Done() implements Result {}

    /// No such letter, or somebody else's.
    record NotFound() implements Result {}

    record OncePublic() implements Result {}

    /// Somebody saved it meanwhile, so she has not seen what would be lost.
    record Changed(Newer newer) implements Result {}
  }
}
