package org.openletter.gateway.studio.editor;

import org.openletter.gateway.door.error.Outcome;
import org.springframework.stereotype.Component;

/// A creator makes an earlier text of her letter the newest one again.
@Component
class RestoreVersion {

  private final LettersClient letters;

  RestoreVersion(LettersClient letters) {
    this.letters = letters;
  }

  /// Restores it. Refused, the newest text is what it was.
  ///
  /// @param version the newest one, as she saw it
  Outcome<LettersClient.Draft> restore(String id, int number, int version) {
    return Outcome.of(
            "restored", "", () -> letters.restore(id, number, new LettersClient.Version(version)))
        .saying(
            "letter-changed",
            "Not restored: the letter was changed in another window since you looked. Below is what"
                + " differs from its newest words now. Restore again if that is what you want.");
  }
}
