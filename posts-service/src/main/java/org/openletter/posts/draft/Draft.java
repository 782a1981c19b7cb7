package org.openletter.posts.draft;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.posts.letter.Letter;
import org.openletter.posts.letter.LetterText;
import org.openletter.posts.letter.Version;

/// A letter as its creator edits it.
///
/// @param publicVersion the number of the text that the public reads now; null while it reads none
/// @param source where it was brought in from; null when it was begun here
/// @param was `draft`, `pending`, `planned`, `private` or `protected` where it was brought in from;
///   null when it was public there, begun here or has been public here
record Draft(
    String id,
    String slug,
    String state,
    String title,
    String addressee,
    String byline,
    String disclaimer,
    List<String> topics,
    String body,
    String language,
    int version,
    Instant savedAt,
    @Nullable Instant publishedAt,
    @Nullable Integer publicVersion,
    boolean unpublishedChanges,
    @Nullable Source source,
    @Nullable String was) {

  /// Where a letter was brought in from.
  record Source(String importer, String file, @Nullable Instant date) {}

  static Draft of(Letter letter, Version version) {
    return of(letter, version.number(), version.text(), version.at());
  }

  static Draft of(Letter letter, int version, LetterText text, Instant savedAt) {
    Letter.Publication known = letter.everPublic();
    return new Draft(
        letter.id().value(),
        letter.slug(),
        letter.state(),
        text.title(),
        text.addressee(),
        text.byline(),
        text.disclaimer(),
        text.topics(),
        text.body(),
        text.language(),
        version,
        savedAt,
        known == null ? null : known.publishedAt(),
        letter instanceof Letter.Published published ? published.publication().version() : null,
        ListOwnLetters.unpublishedChanges(letter),
        letter.manuscript().origin()
                instanceof
                Letter.Origin.Imported(String importer, String file, Instant date, String _)
            ? new Source(importer, file, date)
            : null,
        letter.notPublicBefore());
  }
}
