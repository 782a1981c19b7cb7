package org.openletter.posts.importing;

import java.time.Clock;
import java.time.Instant;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.problem.Refusal;
import org.openletter.posts.PostsRefusals;
import org.openletter.posts.letter.Letters;
import org.springframework.stereotype.Component;

/// A creator has a file forgotten. Letters that were all brought in before stay; one that is being
/// brought in is taken back, drafts and all, as long as nobody could read any of it. What she has
/// written on since stays too.
@Component
class CancelImport {

  private final Imports imports;
  private final Letters letters;
  private final AddDrafts addDrafts;
  private final ShowImport show;
  private final Clock clock;
  private final ImportSettings settings;

  CancelImport(
      Imports imports,
      Letters letters,
      AddDrafts addDrafts,
      ShowImport show,
      Clock clock,
      ImportSettings settings) {
    this.imports = imports;
    this.letters = letters;
    this.addDrafts = addDrafts;
    this.show = show;
    this.clock = clock;
    this.settings = settings;
  }

  Result cancel(String id, Caller caller) {
    // Looking at it first notices that the last batch has arrived meanwhile.
    show.show(id, 0, caller);
    Instant now = clock.instant();
    Import found = imports.find(id, caller.accountId(), now).orElse(null);
    if (found == null) {
      return new Result.No(PostsRefusals.NO_SUCH_IMPORT);
    }
    if (found.state() == Import.State.BRINGING_IN) {
      return stop(found, now);
    }
    imports.remove(id);
    return new Result.Done();
  }

  private Result stop(Import found, Instant now) {
    boolean read =
        imports.letters(found.id(), found.choice().letters()).stream()
            .filter(letter -> !letter.alreadyHere())
            .flatMap(letter -> letters.find(letter.letterId()).stream())
            .anyMatch(letter -> letter.everPublic() != null);
    if (read) {
      return new Result.No(PostsRefusals.PARTLY_PUBLIC);
    }
    if (!imports.cancel(found.id(), now.plus(settings.lease()))) {
      return new Result.No(PostsRefusals.JUST_BROUGHT_IN);
    }
    takeBack(found);
    return new Result.Done();
  }

  /// Takes back what came of a cancelled import, and forgets it. Doing it twice changes nothing.
  void takeBack(Import cancelled) {
    boolean all = true;
    for (Import.ImportedLetter letter :
        imports.letters(cancelled.id(), cancelled.choice().letters())) {
      if (!letter.alreadyHere()) {
        all &= addDrafts.takeBack(cancelled, letter.letterId());
      }
    }
    if (all) {
      imports.remove(cancelled.id());
    } else {
      imports.forget(cancelled.id());
    }
  }

  sealed interface Result {

    record Done() implements Result {}

    record No(Refusal why) implements Result {}
  }
}
