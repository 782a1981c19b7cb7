package org.openletter.comments.reading;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.thread.CommentThread;
import org.openletter.platform.caller.Caller;

/// Who looks at a thread.
///
/// @param accountId null for a stranger
/// @param creator whether the letter is hers
/// @param atHerDesk whether she looks at the list of her own comments, where also what was taken
///   away from her is kept
public record Viewer(@Nullable String accountId, boolean creator, boolean atHerDesk) {

  /// Somebody who reads a thread.
  public static Viewer of(Optional<Caller> caller, CommentThread thread) {
    return caller
        .map(c -> new Viewer(c.accountId(), thread.isOf(c.accountId()), false))
        .orElseGet(() -> new Viewer(null, false, false));
  }

  /// A member who reads a thread.
  public static Viewer of(Caller caller, CommentThread thread) {
    return of(Optional.of(caller), thread);
  }

  /// A member who looks at her own comments.
  public static Viewer atDesk(Caller caller) {
    return new Viewer(caller.accountId(), false, true);
  }
}
