package org.openletter.gateway.studio.editor;

import org.openletter.gateway.door.error.Outcome;
import org.openletter.gateway.look.page.LetterAddress;
import org.springframework.stereotype.Component;

/// A creator publishes the words that she has just looked at.
@Component
class PublishLetter {

  private final LettersClient letters;

  PublishLetter(LettersClient letters) {
    this.letters = letters;
  }

  /// Publishes; leads to the address where it is public. Else readers see what they saw before.
  ///
  /// @param version the one she looked at
  Outcome<String> publish(String id, int version) {
    return Outcome.of(
            "published",
            "Your words are kept in either case.",
            () -> {
              String slug = letters.publish(id, new LettersClient.Version(version)).slug();
              return LetterAddress.of(id, slug == null ? "" : slug);
            })
        .saying(
            "letter-changed",
            "Not published: the draft was changed since you looked at it."
                + " This is how it is now. Publish again if that is what you want.");
  }
}
