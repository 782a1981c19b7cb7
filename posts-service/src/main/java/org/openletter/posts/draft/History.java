package org.openletter.posts.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openletter.posts.letter.Letter;
import org.openletter.posts.letter.Version;
import org.openletter.posts.letter.Versions;

/// The versions that led to the newest text of a letter.
final class History {

  private History() {}

  /// Newest first, without their bodies, at most 200. What the newest version does not lead back to
  /// was left behind by a save that lost a race.
  static List<Version> of(Letter letter, Versions versions) {
    Map<String, Version> byId =
        versions.of(letter.id()).stream()
            .collect(Collectors.toMap(Version::id, Function.identity()));
    List<Version> history = new ArrayList<>();
    Version at = byId.get(letter.latest().versionId());
    while (at != null) {
      history.add(at);
      at = at.previous() == null ? null : byId.get(at.previous());
    }
    return history;
  }
}
