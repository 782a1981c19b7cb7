package org.openletter.comments.posting;

import java.time.Clock;
import java.util.List;
import org.openletter.comments.CommentsRefusals;
import org.openletter.comments.comment.Comment;
import org.openletter.comments.comment.CommentAddress;
import org.openletter.comments.comment.CommentSettings;
import org.openletter.comments.comment.Seen;
import org.openletter.comments.storage.Comments;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.problem.Refusal;
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
  sealed interface Result {

    /// It is withdrawn, now or since she asked before.
    record Withdrawn() implements Result {}

    /// Its words are not those she saw when she decided to withdraw it.
    record ChangedSince(Comment newer) implements Result {}

    record No(Refusal why) implements Result {}
  }

  /// @param seen what she saw when she decided
  Result withdraw(CommentAddress address, Caller caller, Seen seen) {
    for (int tries = 0; tries < TRIES; tries++) {
      Comment comment = comments.find(address).orElse(null);
      if (comment == null || !comment.origin().author().is(caller.accountId())) {
        return new Result.No(CommentsRefusals.NO_RESPONSE_OF_YOURS);
      }
      switch (comment.state()) {
        case DELETED -> {
          return new Result.Withdrawn();
        }
        case REMOVED -> {
          return new Result.No(CommentsRefusals.REMOVED);
        }
        case PUBLISHED, HELD, REJECTED -> {
          if (!comment.standing().seen().sameWords(seen)) {
            return new Result.ChangedSince(comment);
          }
          if (comments.save(
              comment,
              comment.standing().withdrawn(clock.instant().plus(settings.blankAfter())),
              List.of())) {
            return new Result.Withdrawn();
          }
        }
      }
    }
    return new Result.No(CommentsRefusals.BUSY);
  }
}
