package org.openletter.posts.importing;

import java.time.Clock;
import org.openletter.platform.caller.Caller;
import org.springframework.stereotype.Component;

/// A creator has a file forgotten. Letters that are here already stay.
@Component
class CancelImport {

  private final Imports imports;
  private final ShowImport show;
  private final Clock clock;

  CancelImport(Imports imports, ShowImport show, Clock clock) {
    this.imports = imports;
    this.show = show;
    this.clock = clock;
  }

  Result cancel(String id, Caller caller) {
    // Looking at it first notices that the last batch has arrived meanwhile.
    show.show(id, caller);
    Import found = imports.find(id, caller.accountId(), clock.instant()).orElse(null);
    if (found == null) {
      return Result.NOT_FOUND;
    }
    if (found.state() == Import.State.BRINGING_IN) {
      return Result.BRINGING_IN;
    }
    imports.remove(id);
    return Result.DONE;
  }

  enum Result {
    DONE,
    /// No such import, somebody else's, or its time is over.
    NOT_FOUND,
    /// Its responses are still on their way.
    BRINGING_IN
  }
}
