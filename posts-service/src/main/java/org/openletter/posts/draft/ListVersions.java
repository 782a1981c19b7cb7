package org.openletter.posts.draft;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openletter.platform.caller.Caller;
import org.openletter.posts.letter.Letter;
import org.openletter.posts.letter.LetterId;
import org.openletter.posts.letter.Letters;
import org.openletter.posts.letter.Versions;
import org.springframework.stereotype.Component;

/// Shows a creator the history of her letter.
@Component
class ListVersions {

  private final Letters letters;
  private final Versions versions;

  ListVersions(Letters letters, Versions versions) {
    this.letters = letters;
    this.versions = versions;
  }

  /// Newest first, at most 200; empty when there is no such letter or it is somebody else's.
  Optional<List<Entry>> list(LetterId id, Caller caller) {
    return letters.find(id).filter(letter -> letter.isOf(caller.accountId())).map(this::history);
  }

  private List<Entry> history(Letter letter) {
    Letter.Publication known = letter instanceof Letter.Published p ? p.publication() : null;
    return History.of(letter, versions).stream()
        .map(version ->
            new Entry(
                version.number(),
                version.at(),
                version.text().title(),
                known != null && known.version() == version.number()))
        .toList();
  }

  /// One text of the letter.
  ///
  /// @param published whether the public reads this one now
  record Entry(int version, Instant at, String title, boolean published) {}
}
