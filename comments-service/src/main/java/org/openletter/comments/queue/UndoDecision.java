package org.openletter.comments.queue;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.openletter.comments.CommentsRefusals;
import org.openletter.comments.comment.Comment;
import org.openletter.comments.comment.CommentAddress;
import org.openletter.comments.comment.Decision;
import org.openletter.comments.comment.Seen;
import org.openletter.comments.event.TellOfComment;
import org.openletter.comments.storage.Comments;
import org.openletter.comments.thread.CommentThread;
import org.openletter.comments.thread.Threads;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.problem.Refusal;
import org.springframework.stereotype.Component;

/// A creator takes her last decision about a response back: it stands as it stood, in its place and
/// with its date.
@Component
class UndoDecision {

  private static final int TRIES = 3;

  private final Comments comments;
  private final Threads threads;
  private final TellOfComment telling;
  private final Clock clock;

  UndoDecision(Comments comments, Threads threads, TellOfComment telling, Clock clock) {
    this.comments = comments;
    this.threads = threads;
    this.telling = telling;
    this.clock = clock;
  }

  /// How it went.
  sealed interface Result {

    record Undone(Comment comment, CommentThread thread) implements Result {}

    /// Another decision, or other words, came after the decision that she saw.
    record ChangedSince(Comment newer, CommentThread thread) implements Result {}

    record No(Refusal why) implements Result {}
  }

  /// @param seen how it stood after the decision that she takes back
  Result undo(CommentAddress address, Caller caller, Seen seen) {
    // A write that finds another version reads again: it may be bookkeeping alone, and only what is
    // there now can be told.
    for (int tries = 0; tries < TRIES; tries++) {
      Optional<Comment> found =
          comments.find(address).filter(c -> c.origin().creatorId().equals(caller.accountId()));
      Optional<CommentThread> thread = threads.find(address.letterId());
      if (found.isEmpty() || thread.isEmpty()) {
        return new Result.No(CommentsRefusals.NO_RESPONSE_TO_YOU);
      }
      Optional<Result> result = undo(found.get(), thread.get(), seen);
      if (result.isPresent()) {
        return result.get();
      }
    }
    return new Result.No(CommentsRefusals.BUSY);
  }

  // Empty when it changed since it was read.
  private Optional<Result> undo(Comment comment, CommentThread thread, Seen seen) {
    Decision decision = comment.standing().decision();
    if (decision == null) {
      return Optional.of(new Result.No(CommentsRefusals.NOTHING_TO_UNDO));
    }
    if (!comment.standing().seen().equals(seen)) {
      return Optional.of(new Result.ChangedSince(comment, thread));
    }
    Instant now = clock.instant();
    if (!decision.undoUntil().isAfter(now)) {
      return Optional.of(new Result.No(CommentsRefusals.UNDO_OVER));
    }
    Comment before = comment.now(decision.before());
    return comments.save(
            comment,
            before.standing(),
            telling.undone(comment, before, decision.told(), thread.letter(), now))
        ? Optional.of(new Result.Undone(before, thread))
        : Optional.empty();
  }
}
