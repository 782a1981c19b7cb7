package org.openletter.gateway.studio.editor;

import org.openletter.gateway.door.error.Outcome;
import org.openletter.gateway.neighbour.posts.DraftsClient;
import org.springframework.stereotype.Component;

/// A creator publishes the words that she has just looked at.
@Component
class PublishLetter {

  private final DraftsClient letters;

  PublishLetter(DraftsClient letters) {
    this.letters = letters;
  }

  /// Publishes; leads to the address where it is public. Else readers see what they saw before.
  ///
  /// @param version the one she looked at
  Outcome<String> publish(String id, int version) {
    return Outcome.of(
            "published",
            "Your words are kept in either case.",
            () -> letters.publish(id, new DraftsClient.Version(version)).address())
        .saying(
            "letter-changed",
            "Not published: the draft was changed since you looked at it."
                + " This is how it is now. Publish again if that is what you want.");
  }
}
