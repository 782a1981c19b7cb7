package org.openletter.posts.publication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.problem.FieldProblem;
import org.openletter.platform.problem.Refusal;
import org.openletter.platform.text.Markdown;
import org.openletter.posts.PostsRefusals;
import org.openletter.posts.comment.LetterNews;
import org.openletter.posts.letter.Letter;
import org.openletter.posts.letter.LetterId;
import org.openletter.posts.letter.LetterLanguage;
import org.openletter.posts.letter.LetterText;
import org.openletter.posts.letter.Letters;
import org.openletter.posts.letter.Slug;
import org.openletter.posts.letter.Version;
import org.openletter.posts.letter.Versions;
import org.springframework.stereotype.Component;

/// A creator makes her letter public, or makes its newer text public.
@Component
class PublishLetter {

  private static final int TRIES = 3;

  private static final int EXCERPT = 220;

  private final Letters letters;
  private final Versions versions;
  private final LetterNews news;
  private final Markdown markdown;
  private final Clock clock;
  private final DailyPublications daily;
  private final PublicationSettings settings;

  PublishLetter(
      Letters letters,
      Versions versions,
      LetterNews news,
      Markdown markdown,
      Clock clock,
      DailyPublications daily,
      PublicationSettings settings) {
    this.letters = letters;
    this.versions = versions;
    this.news = news;
    this.markdown = markdown;
    this.clock = clock;
    this.daily = daily;
    this.settings = settings;
  }

  /// @param version the number of the text that she has seen
  Result publish(LetterId id, int version, Caller caller) {
    // What comes between reading and writing is looked at: only what is there now can be told.
    for (int i = 0; i < TRIES; i++) {
      Optional<Result> result = publishOnce(id, version, caller);
      if (result.isPresent()) {
        return result.get();
      }
    }
    return new Result.No(PostsRefusals.BUSY);
  }

  // Empty when it changed since it was read.
  private Optional<Result> publishOnce(LetterId id, int version, Caller caller) {
    Letter letter = letters.find(id).filter(l -> l.isOf(caller.accountId())).orElse(null);
    return switch (letter) {
      case null -> Optional.of(new Result.No(PostsRefusals.NO_SUCH_LETTER));
      case Letter.Withdrawn _ -> Optional.of(new Result.No(PostsRefusals.STAYS_WITHDRAWN));
      // Asking twice is not a mistake: the form may have been sent again.
      case Letter.Published published when published.publication().version() == version ->
          Optional.of(new Result.Done(published));
      case Letter changed when changed.latest().number() != version ->
          Optional.of(new Result.No(Newer.refusal(versions, id, changed.latest().versionId())));
      case Letter.Draft draft -> publishFirst(draft, caller);
      case Letter.Published published -> publish(published);
    };
  }

  // The place is taken before the letter is public, and given back when it did not become so.
  private Optional<Result> publishFirst(Letter.Draft draft, Caller caller) {
    boolean imported = draft.manuscript().origin() instanceof Letter.Origin.Imported;
    String kind = imported ? "imported" : "written";
    Optional<Duration> wait =
        daily.take(
            caller.accountId(),
            kind,
            draft.id(),
            imported ? settings.importedADay() : settings.aDay());
    if (wait.isPresent()) {
      return Optional.of(new Result.No(PostsRefusals.enoughForToday(wait.get())));
    }
    Optional<Result> result = publish(draft);
    if (result.filter(Result.Done.class::isInstance).isEmpty()
        && letters.find(draft.id()).map(Letter::everPublic).isEmpty()) {
      daily.giveBack(caller.accountId(), kind, draft.id());
    }
    return result;
  }

  private Optional<Result> publish(Letter letter) {
    Version version = versions.find(letter.id(), letter.latest().versionId()).orElseThrow();
    List<FieldProblem> missing = version.text().missing();
    if (!missing.isEmpty()) {
      return Optional.of(new Result.No(Refusal.fields(missing)));
    }
    versions.keep(letter.id(), version.id(), markdown.article(version.text().body()));
    Letter.Published published =
        switch (letter) {
          case Letter.Draft draft -> draft.publish(publication(draft, version));
          case Letter.Published already -> already.publishAgain(publication(already, version));
          case Letter.Withdrawn _ -> throw new IllegalStateException("cannot be published");
        };
    return letters.change(published, List.of(news.of(published)))
        ? Optional.of(new Result.Done(published))
        : Optional.empty();
  }

  private Letter.Publication publication(Letter letter, Version version) {
    LetterText text = version.text();
    Instant now = clock.instant();
    Letter.Publication before = letter.everPublic();
    int words = markdown.words(text.body());
    return new Letter.Publication(
        version.id(),
        version.number(),
        Slug.of(text.title()),
        text.title(),
        text.addressee(),
        text.byline(),
        text.topics(),
        LetterLanguage.of(text),
        markdown.excerpt(text.body(), EXCERPT),
        words,
        ReadingTime.minutes(words),
        before == null ? dateUnder(letter, now) : before.publishedAt(),
        now,
        before == null ? now : before.firstAt());
  }

  private static Instant dateUnder(Letter letter, Instant now) {
    return letter.manuscript().origin()
                instanceof Letter.Origin.Imported(String _, String _, Instant date, String _)
            && date != null
        ? date
        : now;
  }

  sealed interface Result {

    record Done(Letter.Published letter) implements Result {}

    record No(Refusal why) implements Result {}
  }
}
