package org.openletter.posts.draft;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.caller.Caller;
import org.openletter.posts.letter.Letter;
import org.openletter.posts.letter.LetterId;
import org.openletter.posts.letter.Letters;
import org.openletter.posts.letter.Version;
import org.openletter.posts.letter.Versions;
import org.springframework.stereotype.Component;

/// Shows the newest text of a letter to its creator.
@Component
class ShowDraft {

  private final Letters letters;
  private final Versions versions;

  ShowDraft(Letters letters, Versions versions) {
    this.letters = letters;
    this.versions = versions;
  }

  /// Empty when there is no such letter or it is somebody else's.
  Optional<Draft> show(LetterId id, Caller caller) {
    // A save of the same sitting may take the place of a version between the two reads.
    return read(id, caller).or(() -> read(id, caller));
  }

  private Optional<Draft> read(LetterId id, Caller caller) {
    return letters
        .find(id)
        .filter(letter -> letter.isOf(caller.accountId()))
        .flatMap(letter ->
            versions.find(id, letter.latest().versionId()).map(version -> draft(letter, version)));
  }

  private static Draft draft(Letter letter, Version version) {
    Letter.Publication known = letter.everPublic();
    return new Draft(
        letter.id().value(),
        letter.slug(),
        letter.state(),
        version.text().title(),
        version.text().addressee(),
        version.text().byline(),
        version.text().disclaimer(),
        version.text().topics(),
        version.text().body(),
        version.text().language(),
        version.number(),
        version.at(),
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

  /// A letter as its creator edits it.
  ///
  /// @param publicVersion the number of the text that the public reads now; null while it reads
  ///   none
  /// @param source where it was brought in from; null when it was begun here
  /// @param was `draft`, `pending`, `planned`, `private` or `protected` where it was brought in
  ///   from; null when it was public there, begun here or has been public here
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
      @Nullable String was) {}

  /// Where a letter was brought in from.
  record Source(String importer, String file, @Nullable Instant date) {}
}
