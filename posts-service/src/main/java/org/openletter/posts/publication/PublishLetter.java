package org.openletter.posts.publication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.problem.FieldProblem;
import org.openletter.platform.text.Markdown;
import org.openletter.posts.comment.LetterNews;
import org.openletter.posts.letter.Letter;
import org.openletter.posts.letter.LetterId;
import org.openletter.posts.letter.LetterText;
import org.openletter.posts.letter.Letters;
import org.openletter.posts.letter.Slug;
import org.openletter.posts.letter.Version;
import org.openletter.posts.letter.Versions;
import org.springframework.stereotype.Component;

/// A creator makes her letter public, or makes its newer text public.
@Component
class PublishLetter {

  private static final Duration DAY = Duration.ofDays(1);

  private static final int EXCERPT = 220;

  private final Letters letters;
  private final Versions versions;
  private final LetterNews news;
  private final Markdown markdown;
  private final Clock clock;
  private final PublicationSettings settings;

  PublishLetter(
      Letters letters,
      Versions versions,
      LetterNews news,
      Markdown markdown,
      Clock clock,
      PublicationSettings settings) {
    this.letters = letters;
    this.versions = versions;
    this.news = news;
    this.markdown = markdown;
    this.clock = clock;
    this.settings = settings;
  }

  /// @param version the number of the text that she has seen
  Result publish(LetterId id, int version, Caller caller) {
    Letter letter = letters.find(id).filter(l -> l.isOf(caller.accountId())).orElse(null);
    return switch (letter) {
      case null -> new Result.NotFound();
      case Letter.Withdrawn _ -> new Result.AlreadyWithdrawn();
      // Asking twice is not a mistake: the form may have been sent again.
      case Letter.Published published when published.publication().version() == version ->
          new Result.Done(published);
      case Letter changed when changed.latest().number() != version -> changed(changed);
      case Letter.Draft draft ->
          wait(caller).<Result>map(Result.TooMany::new).orElseGet(() -> publish(draft));
      case Letter.Published published -> publish(published);
    };
  }

  private Result publish(Letter letter) {
    Version version = versions.find(letter.id(), letter.latest().versionId()).orElseThrow();
    List<FieldProblem> missing = version.text().missing();
    if (!missing.isEmpty()) {
      return new Result.Incomplete(missing);
    }
    versions.keep(letter.id(), version.id(), markdown.letter(version.text().body()));
    Letter.Published published =
        switch (letter) {
          case Letter.Draft draft -> draft.publish(publication(draft, version));
          case Letter.Published already -> already.publishAgain(publication(already, version));
          case Letter.Withdrawn _ -> throw new IllegalStateException("cannot be published");
        };
    return letters.change(published, List.of(news.of(published)))
        ? new Result.Done(published)
        : letters.find(letter.id()).map(this::changed).orElseGet(Result.NotFound::new);
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
        markdown.excerpt(text.body(), EXCERPT),
        words,
        ReadingTime.minutes(words),
        before == null ? dateUnder(letter, now) : before.publishedAt(),
        now,
        before == null ? now : before.firstAt());
  }

  private static Instant dateUnder(Letter letter, Instant now) {
    return letter.manuscript().origin()
                instanceof Letter.Origin.Imported(String _, String _, Instant date)
            && date != null
        ? date
        : now;
  }

  private Optional<Duration> wait(Caller caller) {
    Instant now = clock.instant();
    List<Instant> today =
        letters.madePublicSince(caller.accountId(), now.minus(DAY), settings.aDay());
    return today.size() < settings.aDay()
        ? Optional.empty()
        : Optional.of(Duration.between(now, today.getLast().plus(DAY)));
  }

  private Result changed(Letter letter) {
    return versions
        .find(letter.id(), letter.latest().versionId())
        .<Result>map(version -> new Result.Changed(Newer.of(version)))
        .orElseGet(Result.NotFound::new);
  }

  sealed interface Result {

    record Done(Letter.Published letter) implements Result {}

    /// No such letter, or somebody else's.
    record NotFound() implements Result {}

    record AlreadyWithdrawn() implements Result {}

    record Changed(Newer newer) implements Result {}

    record Incomplete(List<FieldProblem> missing) implements Result {}

    record TooMany(Duration retryAfter) implements Result {}
  }
}
