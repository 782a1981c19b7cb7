package org.openletter.posts.publication;

import java.time.Instant;
import java.util.List;
import org.openletter.platform.problem.Refusal;
import org.openletter.posts.PostsRefusals;
import org.openletter.posts.letter.LetterId;
import org.openletter.posts.letter.LetterText;
import org.openletter.posts.letter.Version;
import org.openletter.posts.letter.Versions;

/// The text that a letter has now, for somebody who worked on an older one.
public record Newer(
    int version,
    Instant savedAt,
    String title,
    String addressee,
    String byline,
    String disclaimer,
    List<String> topics,
    String language,
    String body) {

  /// Takes what she needs in order to compare: everything that the editor has a field for.
  public static Newer of(Version version) {
    LetterText text = version.text();
    return new Newer(
        version.number(),
        version.at(),
        text.title(),
        text.addressee(),
        text.byline(),
        text.disclaimer(),
        text.topics(),
        text.language(),
        text.body());
  }

  /// Refuses whoever has not seen the text that a letter has now, and tells it.
  public static Refusal refusal(Versions versions, LetterId id, String versionId) {
    return versions
        .find(id, versionId)
        .map(version -> of(version).refusal())
        .orElse(PostsRefusals.NO_SUCH_LETTER);
  }

  /// The same where it is known already.
  public Refusal refusal() {
    return PostsRefusals.CHANGED.with("newer", this);
  }
}
