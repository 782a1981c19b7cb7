package org.openletter.gateway.studio.editor;

import org.openletter.gateway.door.error.Outcome;
import org.openletter.gateway.neighbour.posts.Draft;
import org.openletter.gateway.neighbour.posts.DraftsClient;
import org.springframework.stereotype.Component;

/// A creator makes an earlier text of her letter the newest one again.
@Component
class RestoreVersion {

  private final DraftsClient letters;

  RestoreVersion(DraftsClient letters) {
    this.letters = letters;
  }

  /// Restores it. Refused, the newest text is what it was.
  ///
  /// @param version the newest one, as she saw it
  Outcome<Draft> restore(String id, int number, int version) {
    return Outcome.of(
            "restored", "", () -> letters.restore(id, number, new DraftsClient.Version(version)))
        .saying(
            "letter-changed",
            "Not restored: the letter was changed in another window since you looked. Below is what"
                + " differs from its newest words now. Restore again if that is what you want.");
  }
}
