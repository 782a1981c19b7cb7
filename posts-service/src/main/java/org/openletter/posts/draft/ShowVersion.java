package org.openletter.posts.draft;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openletter.platform.caller.Caller;
import org.openletter.posts.letter.Letter;
import org.openletter.posts.letter.LetterId;
import org.openletter.posts.letter.Letters;
import org.openletter.posts.letter.Version;
import org.openletter.posts.letter.Versions;
import org.springframework.stereotype.Component;

/// Shows a creator an earlier text of her letter.
@Component
class ShowVersion {

  private final Letters letters;
  private final Versions versions;

  ShowVersion(Letters letters, Versions versions) {
    this.letters = letters;
    this.versions = versions;
  }

  /// Empty when there is no such letter or version, or it is somebody else's.
  Optional<Text> show(LetterId id, int number, Caller caller) {
    return letters
        .find(id)
        .filter(letter -> letter.isOf(caller.accountId()))
        .flatMap(letter -> find(letter, number).map(version -> text(letter, version)));
  }

  /// The version with its body.
  private Optional<Version> find(Letter letter, int number) {
    return History.of(letter, versions).stream()
        .filter(version -> version.number() == number)
        .findFirst()
        .flatMap(version -> versions.find(letter.id(), version.id()));
  }

  private static Text text(Letter letter, Version version) {
    return new Text(
        version.number(),
        version.at(),
        letter instanceof Letter.Published published
            && published.publication().version() == version.number(),
        version.text().title(),
        version.text().addressee(),
        version.text().byline(),
        version.text().disclaimer(),
        version.text().topics(),
        version.text().language(),
        version.text().body());
  }

  /// One text of the letter, whole.
  ///
  /// @param published whether the public reads this one now
  record Text(
      int version,
      Instant at,
      boolean published,
      String title,
      String addressee,
      String byline,
      String disclaimer,
      List<String> topics,
      String language,
      String body) {}
}
