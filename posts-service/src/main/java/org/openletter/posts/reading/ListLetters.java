package org.openletter.posts.reading;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.posts.letter.Letter;
import org.openletter.posts.letter.Letters;
import org.springframework.stereotype.Component;

/// Lists published letters, newest publication first.
@Component
class ListLetters {

  private static final int LARGEST_PAGE = 50;

  private final Letters letters;

  ListLetters(Letters letters) {
    this.letters = letters;
  }

  /// @param handle letters of this author only
  /// @param limit brought to 1 to 50
  Page list(@Nullable Cursor before, @Nullable String handle, int limit) {
    int size = Math.clamp(limit, 1, LARGEST_PAGE);
    List<Letter.Published> found =
        letters.published(handle, before == null ? null : before.position(), size + 1);
    List<Letter.Published> shown = found.subList(0, Math.min(size, found.size()));
    return new Page(
        shown.stream().map(ListLetters::entry).toList(),
        found.size() > size
            ? Cursor.at(shown.getLast().publication().publishedAt(), shown.getLast().id())
            : null);
  }

  private static Entry entry(Letter.Published letter) {
    Letter.Publication publication = letter.publication();
    return new Entry(
        letter.id().value(),
        publication.slug(),
        publication.title(),
        publication.addressee(),
        publication.byline(),
        PublicAuthor.of(letter.manuscript().author()),
        publication.publishedAt(),
        publication.changedAt(),
        publication.language(),
        publication.excerpt(),
        publication.topics(),
        publication.minutes());
  }

  /// Some letters, and where the following ones begin.
  record Page(List<Entry> letters, @Nullable String next) {}

  /// One of them.
  ///
  /// @param changedAt when its text was last changed after it had become public, or null
  /// @param language as a language tag; empty when it is not known
  record Entry(
      String id,
      String slug,
      String title,
      String addressee,
      String byline,
      PublicAuthor author,
      Instant publishedAt,
      @Nullable Instant changedAt,
      String language,
      String excerpt,
      List<String> topics,
      int minutes) {}
}
