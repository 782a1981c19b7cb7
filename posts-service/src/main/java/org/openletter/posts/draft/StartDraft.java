package org.openletter.posts.draft;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.id.Ids;
import org.openletter.platform.problem.FieldProblem;
import org.openletter.platform.problem.Refusal;
import org.openletter.posts.PostsRefusals;
import org.openletter.posts.author.AuthorNames;
import org.openletter.posts.letter.Author;
import org.openletter.posts.letter.Letter;
import org.openletter.posts.letter.LetterId;
import org.openletter.posts.letter.LetterText;
import org.openletter.posts.letter.Letters;
import org.openletter.posts.letter.Version;
import org.openletter.posts.letter.Versions;
import org.springframework.stereotype.Component;

/// A member begins a letter.
@Component
class StartDraft {

  private static final int LONGEST_KEY = 100;

  private final Letters letters;
  private final Versions versions;
  private final AuthorNames names;
  private final Ids ids;
  private final Clock clock;
  private final DraftSettings settings;

  StartDraft(
      Letters letters,
      Versions versions,
      AuthorNames names,
      Ids ids,
      Clock clock,
      DraftSettings settings) {
    this.letters = letters;
    this.versions = versions;
    this.names = names;
    this.ids = ids;
    this.clock = clock;
    this.settings = settings;
  }

  Result start(DraftForm form, Caller caller) {
    List<FieldProblem> oversized = form.oversized();
    if (!oversized.isEmpty()) {
      return new Result.No(Refusal.fields(oversized));
    }
    LetterText text = form.over(LetterText.empty());
    List<FieldProblem> problems = text.problems();
    if (!problems.isEmpty()) {
      return new Result.No(Refusal.fields(problems));
    }
    String key = form.key();
    if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
      return new Result.No(PostsRefusals.NO_KEY);
    }
    // The id follows from the key, so the same form sent twice can only be the same letter.
    LetterId id = new LetterId(Ids.derived12("draft", caller.accountId(), key));
    String payload = payload(text);
    return letters
        .find(id)
        .map(already -> again(already, text, payload, caller))
        .orElseGet(() -> add(id, text, payload, caller));
  }

  private Result add(LetterId id, LetterText text, String payload, Caller caller) {
    if (letters.drafts(caller.accountId(), settings.most()) >= settings.most()) {
      return new Result.No(PostsRefusals.tooManyDrafts(settings.most()));
    }
    Instant now = clock.instant();
    Version version = Version.first(ids.uuid7(), id, text, now, false);
    versions.add(version);
    Author author = names.now(new Author(caller.accountId(), caller.handle(), caller.name()));
    Letter.Draft draft =
        new Letter.Draft(
            new Letter.Manuscript(
                id, author, new Letter.Origin.Written(payload, now), Letter.Latest.of(version), 0));
    if (letters.add(draft, List.of())) {
      names.written(author);
      return unlessTooMany(draft, version, caller);
    }
    versions.forget(id, version.id());
    return letters
        .find(id)
        .map(already -> again(already, text, payload, caller))
        .orElseGet(() -> new Result.No(PostsRefusals.OTHER_TEXT));
  }

  // Many that begin at once all find room before; whoever finds too many afterwards goes back.
  private Result unlessTooMany(Letter.Draft draft, Version version, Caller caller) {
    if (letters.drafts(caller.accountId(), settings.most() + 1) <= settings.most()
        || !letters.discard(draft, List.of())) {
      return new Result.Started(Draft.of(draft, version));
    }
    versions.forgetAll(draft.id());
    return new Result.No(PostsRefusals.tooManyDrafts(settings.most()));
  }

  // What she began with, also where she has written on since: her form goes on from that.
  private static Result again(Letter already, LetterText text, String payload, Caller caller) {
    return already.isOf(caller.accountId())
            && already.manuscript().origin()
                instanceof Letter.Origin.Written(String first, Instant at)
            && first.equals(payload)
        ? new Result.Started(Draft.of(already, 1, text, at))
        : new Result.No(PostsRefusals.OTHER_TEXT);
  }

  private static String payload(LetterText text) {
    return Ids.derived12(
        text.title(),
        text.addressee(),
        text.byline(),
        text.disclaimer(),
        String.join("\n", text.topics()),
        text.body(),
        text.language());
  }

  sealed interface Result {

    /// The letter is there, made now or by the same request before.
    record Started(Draft draft) implements Result {}

    record No(Refusal why) implements Result {}
  }
}
