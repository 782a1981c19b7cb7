package org.openletter.posts.draft;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openletter.platform.caller.Caller;
import org.openletter.posts.letter.Letter;
import org.openletter.posts.letter.LetterId;
import org.openletter.posts.letter.Letters;
import org.openletter.posts.letter.Version;
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

  // What the newest version does not lead back to was left behind by a save that lost a race.
  private List<Entry> history(Letter letter) {
    Letter.Publication known = letter instanceof Letter.Published p ? p.publication() : null;
    Map<String, Version> byId =
        versions.of(letter.id()).stream()
            .collect(Collectors.toMap(Version::id, Function.identity()));
    List<Entry> entries = new ArrayList<>();
    Version at = byId.get(letter.latest().versionId());
    while (at != null) {
      entries.add(
          new Entry(
              at.number(),
              at.at(),
              at.text().title(),
              known != null && known.version() == at.number()));
      at = at.previous() == null ? null : byId.get(at.previous());
    }
    return entries;
  }

  /// One text of the letter.
  ///
  /// @param published whether the public reads this one now
  record Entry(int version, Instant at, String title, boolean published) {}
}
