package org.openletter.posts.draft;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.caller.Caller;
import org.openletter.posts.letter.Letter;
import org.openletter.posts.letter.Letters;
import org.openletter.posts.reading.Cursor;
import org.springframework.stereotype.Component;

/// Lists a creator's own letters in every state, the one saved last first.
@Component
class ListOwnLetters {

  private static final int LARGEST_PAGE = 50;

  private final Letters letters;

  ListOwnLetters(Letters letters) {
    this.letters = letters;
  }

  /// @param limit brought to 1 to 50
  Page list(@Nullable Cursor before, int limit, Caller caller) {
    int size = Math.clamp(limit, 1, LARGEST_PAGE);
    List<Letter> found =
        letters.ofOwner(caller.accountId(), before == null ? null : before.position(), size + 1);
    List<Letter> shown = found.subList(0, Math.min(size, found.size()));
    return new Page(
        shown.stream().map(ListOwnLetters::entry).toList(),
        found.size() > size
            ? Cursor.at(shown.getLast().latest().savedAt(), shown.getLast().id())
            : null);
  }

  private static Entry entry(Letter letter) {
    Letter.Publication known = letter.everPublic();
    return new Entry(
        letter.id().value(),
        letter.slug(),
        letter.latest().title(),
        letter.latest().addressee(),
        letter.state(),
        letter.latest().savedAt(),
        known == null ? null : known.publishedAt(),
        letter.latest().number(),
        unpublishedChanges(letter),
        letter.notPublicBefore());
  }

  static boolean unpublishedChanges(Letter letter) {
    return letter instanceof Letter.Published published
        && published.publication().version() != published.latest().number();
  }

  /// Some of her letters, and where the following ones begin.
  record Page(List<Entry> letters, @Nullable String next) {}

  /// One of them.
  ///
  /// @param was what it was on its old site when not everybody could read it there, until it is
  ///   public here; else null
  record Entry(
      String id,
      String slug,
      String title,
      String addressee,
      String state,
      Instant savedAt,
      @Nullable Instant publishedAt,
      int version,
      boolean unpublishedChanges,
      @Nullable String was) {}
}
