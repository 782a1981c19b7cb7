package org.openletter.posts.publication;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.openletter.platform.problem.Problem;
import org.openletter.posts.letter.LetterText;
import org.openletter.posts.letter.Version;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

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

  /// Answers 409 with it.
  public <T> ResponseEntity<T> answer() {
    return Problem.with(
        HttpStatus.CONFLICT,
        "letter-changed",
        "This letter was changed elsewhere, perhaps in another window. Compare the two texts first.",
        Map.of("newer", this));
  }
}
