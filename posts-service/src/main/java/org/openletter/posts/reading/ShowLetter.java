package org.openletter.posts.reading;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.problem.Refusal;
import org.openletter.platform.text.SafeHtml;
import org.openletter.posts.PostsRefusals;
import org.openletter.posts.letter.Letter;
import org.openletter.posts.letter.LetterId;
import org.openletter.posts.letter.LetterLanguage;
import org.openletter.posts.letter.Letters;
import org.openletter.posts.letter.Version;
import org.openletter.posts.letter.Versions;
import org.springframework.stereotype.Component;

/// Shows a published letter to anybody.
@Component
class ShowLetter {

  private final Letters letters;
  private final Versions versions;

  ShowLetter(Letters letters, Versions versions) {
    this.letters = letters;
    this.versions = versions;
  }

  Result show(LetterId id, Optional<Caller> caller) {
    Letter letter = letters.find(id).orElse(null);
    return switch (letter) {
      case null -> new Result.No(PostsRefusals.NO_SUCH_LETTER);
      case Letter.Draft _ -> new Result.No(PostsRefusals.NO_SUCH_LETTER);
      case Letter.Withdrawn _ -> new Result.No(PostsRefusals.WITHDRAWN);
      case Letter.Published published ->
          new Result.Shown(
              page(published, caller.map(Caller::accountId).filter(published::isOf).isPresent()));
    };
  }

  private Page page(Letter.Published letter, boolean mine) {
    Letter.Publication publication = letter.publication();
    // What is public is kept for good, so both are always there.
    Version version = versions.find(letter.id(), publication.versionId()).orElseThrow();
    SafeHtml html = versions.html(letter.id(), publication.versionId()).orElseThrow();
    return new Page(
        letter.id().value(),
        publication.slug(),
        letter.state(),
        publication.title(),
        publication.addressee(),
        publication.byline(),
        version.text().disclaimer(),
        publication.topics(),
        PublicAuthor.of(letter.manuscript().author()),
        html,
        publication.words(),
        publication.minutes(),
        publication.publishedAt(),
        publication.updatedAt(),
        publication.changedAt(),
        // Letters that became public before it was stored say it themselves.
        publication.language().isEmpty()
            ? LetterLanguage.of(version.text())
            : publication.language(),
        publication.version(),
        mine);
  }

  /// What comments-service needs of a letter in any state; empty when there is none.
  Optional<Facts> facts(LetterId id) {
    // Asked first: the letter may be newer than it says, never older.
    String asOf = letters.lastEvent(id).orElse(null);
    return letters
        .find(id)
        .map(letter -> {
          Letter.Publication known = letter.everPublic();
          return new Facts(
              id.value(),
              letter.manuscript().author().id(),
              letter.manuscript().author().handle(),
              letter.manuscript().author().name(),
              known == null ? letter.latest().title() : known.title(),
              letter.slug(),
              letter.state(),
              known == null ? null : known.publishedAt(),
              asOf);
        });
  }

  sealed interface Result {

    record Shown(Page page) implements Result {}

    record No(Refusal why) implements Result {}
  }

  /// A letter as everybody reads it.
  ///
  /// @param changedAt when its text was last changed after it had become public, or null
  /// @param language as a language tag; empty when it is not known
  /// @param mine whether the reader wrote it
  record Page(
      String id,
      String slug,
      String state,
      String title,
      String addressee,
      String byline,
      String disclaimer,
      List<String> topics,
      PublicAuthor author,
      SafeHtml html,
      int words,
      int minutes,
      Instant publishedAt,
      Instant updatedAt,
      @Nullable Instant changedAt,
      String language,
      int version,
      boolean mine) {}

  /// A letter as another service knows it.
  ///
  /// @param asOf the last event that went into this, which says what is older and what is newer;
  ///   null when there was none, or none that was noted
  record Facts(
      String id,
      String creatorId,
      String creatorHandle,
      String creatorName,
      String title,
      String slug,
      String state,
      @Nullable Instant publishedAt,
      @Nullable String asOf) {}
}
