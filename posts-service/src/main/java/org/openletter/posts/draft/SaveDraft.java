package org.openletter.posts.draft;

import java.time.Clock;
import java.util.List;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.id.Ids;
import org.openletter.platform.outbox.OutboxEvent;
import org.openletter.platform.problem.FieldProblem;
import org.openletter.platform.problem.Refusal;
import org.openletter.posts.PostsRefusals;
import org.openletter.posts.comment.LetterNews;
import org.openletter.posts.letter.Letter;
import org.openletter.posts.letter.LetterId;
import org.openletter.posts.letter.LetterText;
import org.openletter.posts.letter.Letters;
import org.openletter.posts.letter.Version;
import org.openletter.posts.letter.Versions;
import org.openletter.posts.publication.Newer;
import org.springframework.stereotype.Component;

/// A creator, or her editor every few seconds, saves the text of a letter. What is public stays as
/// it is.
@Component
class SaveDraft {

  /// A publication may come between reading and writing; it does not touch the text.
  private static final int TRIES = 3;

  private final Letters letters;
  private final Versions versions;
  private final LetterNews news;
  private final Ids ids;
  private final Clock clock;

  SaveDraft(Letters letters, Versions versions, LetterNews news, Ids ids, Clock clock) {
    this.letters = letters;
    this.versions = versions;
    this.news = news;
    this.ids = ids;
    this.clock = clock;
  }

  /// @param onVersion the number of the text that the new one was written on
  Result save(LetterId id, DraftForm form, int onVersion, Caller caller) {
    List<FieldProblem> oversized = form.oversized();
    if (!oversized.isEmpty()) {
      return new Result.No(Refusal.fields(oversized));
    }
    for (int i = 0; i < TRIES; i++) {
      Letter letter = letters.find(id).filter(l -> l.isOf(caller.accountId())).orElse(null);
      if (letter == null) {
        return new Result.No(PostsRefusals.NO_SUCH_LETTER);
      }
      Version before = versions.find(id, letter.latest().versionId()).orElse(null);
      if (before == null) {
        // A save of the same sitting took its place between the two reads.
        continue;
      }
      LetterText text = form.over(before.text());
      List<FieldProblem> problems = text.problems();
      if (!problems.isEmpty()) {
        return new Result.No(Refusal.fields(problems));
      }
      // Saved before, perhaps by the request whose answer got lost.
      if (text.equals(before.text())) {
        return new Result.Saved(Draft.of(letter, before));
      }
      if (letter instanceof Letter.Withdrawn) {
        return new Result.No(PostsRefusals.STAYS_WITHDRAWN);
      }
      if (before.number() != onVersion) {
        return new Result.No(Newer.of(before).refusal());
      }
      Version version =
          Boolean.TRUE.equals(form.apart())
              ? before.apart(ids.uuid7(), text, clock.instant())
              : before.next(ids.uuid7(), text, clock.instant());
      Letter saved = letter.saved(Letter.Latest.of(version));
      if (write(letter, saved, before, version)) {
        return new Result.Saved(Draft.of(saved, version));
      }
    }
    return new Result.No(PostsRefusals.BUSY);
  }

  private boolean write(Letter letter, Letter saved, Version before, Version version) {
    versions.add(version);
    if (!letters.change(saved, events(letter, saved))) {
      versions.forget(letter.id(), version.id());
      return false;
    }
    if (!before.id().equals(version.previous())) {
      versions.forget(letter.id(), before.id());
    }
    return true;
  }

  // comments-service knows an imported draft and shows its title in the creator's queue.
  private List<OutboxEvent> events(Letter before, Letter saved) {
    return saved instanceof Letter.Draft draft
            && draft.manuscript().origin() instanceof Letter.Origin.Imported
            && !draft.latest().title().equals(before.latest().title())
        ? List.of(news.of(draft))
        : List.of();
  }

  sealed interface Result {

    /// As it stands now.
    record Saved(Draft draft) implements Result {}

    record No(Refusal why) implements Result {}
  }
}
