package org.openletter.posts.importing;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
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

  /// @param seen what she has seen of it; when it is not so any more, nothing is done
  Result cancel(String id, String seen, Caller caller) {
    // Looking at it first notices that the last batch has arrived meanwhile.
    show.show(id, 0, caller);
    Import found = find(id, caller);
    if (found == null || !found.seen().equals(seen)) {
      return otherwise(found, seen);
    }
    if (found.state() == Import.State.BRINGING_IN) {
      return stop(found, caller);
    }
    return imports.remove(found) ? new Result.Done() : otherwise(find(id, caller), seen);
  }

  private @Nullable Import find(String id, Caller caller) {
    return imports.find(id, caller.accountId(), clock.instant()).orElse(null);
  }

  private static Result otherwise(@Nullable Import now, String seen) {
    if (now == null) {
      return new Result.No(PostsRefusals.NO_SUCH_IMPORT);
    }
    return new Result.No(
        now.state() == Import.State.DONE && seen.startsWith(Import.State.BRINGING_IN.word)
            ? PostsRefusals.JUST_BROUGHT_IN
            : PostsRefusals.IMPORT_CHANGED);
  }

  private Result stop(Import found, Caller caller) {
    boolean read =
        imports.letters(found.id(), found.choice().letters()).stream()
            .filter(letter -> !letter.alreadyHere())
            .flatMap(letter -> letters.find(letter.letterId()).stream())
            .anyMatch(letter -> letter.everPublic() != null);
    if (read) {
      return new Result.No(PostsRefusals.PARTLY_PUBLIC);
    }
    Import cancelled = imports.cancel(found, clock.instant().plus(settings.lease())).orElse(null);
    if (cancelled == null) {
      return otherwise(find(found.id(), caller), found.seen());
    }
    takeBack(cancelled);
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
    if (!all || !imports.remove(cancelled)) {
      imports.forget(cancelled.id());
    }
  }

  sealed interface Result {

    record Done() implements Result {}

    record No(Refusal why) implements Result {}
  }
}
