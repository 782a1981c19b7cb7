package org.openletter.posts.draft;

import java.util.Optional;
import org.openletter.platform.caller.Caller;
import org.openletter.posts.letter.LetterId;
import org.openletter.posts.letter.Letters;
import org.openletter.posts.letter.Versions;
import org.springframework.stereotype.Component;

/// Shows the newest text of a letter to its creator.
@Component
class ShowDraft {

  private final Letters letters;
  private final Versions versions;

  ShowDraft(Letters letters, Versions versions) {
    this.letters = letters;
    this.versions = versions;
  }

  /// Empty when there is no such letter or it is somebody else's.
  Optional<Draft> show(LetterId id, Caller caller) {
    // A save of the same sitting may take the place of a version between the two reads.
    return read(id, caller).or(() -> read(id, caller));
  }

  private Optional<Draft> read(LetterId id, Caller caller) {
    return letters
        .find(id)
        .filter(letter -> letter.isOf(caller.accountId()))
        .flatMap(letter ->
            versions
                .find(id, letter.latest().versionId())
                .map(version -> Draft.of(letter, version)));
  }
}
