package org.openletter.comments.posting;

import java.time.Clock;
import java.util.List;
import org.openletter.comments.comment.Comment;
import org.openletter.comments.comment.CommentAddress;
import org.openletter.comments.comment.CommentSettings;
import org.openletter.comments.keeping.Comments;
import org.openletter.platform.caller.Caller;
import org.springframework.stereotype.Component;

/// A member takes her response back. It is gone from every view at once; what was public leaves a
/// tombstone, so that replies keep their place. Its words are blanked later.
@Component
class WithdrawComment {

  private static final int TRIES = 5;

  private final Comments comments;
  private final CommentSettings settings;
  private final Clock clock;

  WithdrawComment(Comments comments, CommentSettings settings, Clock clock) {
    this.comments = comments;
    this.settings = settings;
    this.clock = clock;
  }

  /// How it went.
  enum Result {
    /// It is withdrawn, now or since she asked before.
    WITHDRAWN,
    /// Nothing of hers is here.
    ABSENT,
    /// Somebody removed it: the decision and its reason stay.
    REMOVED,
    /// It kept changing meanwhile.
    BUSY
  }

  Result withdraw(CommentAddress address, Caller caller) {
    for (int tries = 0; tries < TRIES; tries++) {
      Comment comment = comments.find(address).orElse(null);
      if (comment == null || !comment.origin().author().is(caller.accountId())) {
        return Result.ABSENT;
      }
      switch (comment.state()) {
        case DELETED -> {
          return Result.WITHDRAWN;
        }
        case REMOVED -> {
          return Result.REMOVED;
        }
        case PUBLISHED, HELD, REJECTED -> {
          if (comments.save(
              comment,
              comment.standing().withdrawn(clock.instant().plus(settings.blankAfter())),
              List.of())) {
            return Result.WITHDRAWN;
          }
        }
      }
    }
    return Result.BUSY;
  }
}
