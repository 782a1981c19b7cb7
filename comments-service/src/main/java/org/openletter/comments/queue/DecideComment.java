package org.openletter.comments.queue;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.CommentsRefusals;
import org.openletter.comments.comment.Comment;
import org.openletter.comments.comment.CommentAddress;
import org.openletter.comments.comment.CommentSettings;
import org.openletter.comments.comment.Decision;
import org.openletter.comments.comment.Seen;
import org.openletter.comments.comment.Standing;
import org.openletter.comments.event.TellOfComment;
import org.openletter.comments.storage.Comments;
import org.openletter.comments.thread.CommentThread;
import org.openletter.comments.thread.Threads;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.problem.Refusal;
import org.springframework.stereotype.Component;

/// A creator decides about a response on her letter: it acts at once and can be undone for a while.
@Component
class DecideComment {

  static final String ROLE = "writer-of-letter";

  private static final int TRIES = 3;

  private final Comments comments;
  private final Threads threads;
  private final CheckWish checkWish;
  private final TellOfComment telling;
  private final CommentSettings settings;
  private final Clock clock;

  DecideComment(
      Comments comments,
      Threads threads,
      CheckWish checkWish,
      TellOfComment telling,
      CommentSettings settings,
      Clock clock) {
    this.comments = comments;
    this.threads = threads;
    this.checkWish = checkWish;
    this.telling = telling;
    this.settings = settings;
    this.clock = clock;
  }

  /// How it went.
  sealed interface Result {

    record Decided(Comment comment, CommentThread thread, Instant undoUntil) implements Result {}

    /// It is not what she saw any more: other words, or another decision.
    record ChangedSince(Comment newer, CommentThread thread) implements Result {}

    record No(Refusal why) implements Result {}
  }

  /// The decision that was there first.
  record First(String act, String by, Instant at) {}

  Result decide(CommentAddress address, Caller caller, CheckWish.Wish wish) {
    Optional<Comment> found =
        comments.find(address).filter(c -> c.origin().creatorId().equals(caller.accountId()));
    Optional<CommentThread> thread = threads.find(address.letterId());
    if (found.isEmpty() || thread.isEmpty()) {
      return new Result.No(CommentsRefusals.NO_RESPONSE_TO_YOU);
    }
    return switch (checkWish.check(wish)) {
      case CheckWish.Result.No(var why) -> new Result.No(why);
      case CheckWish.Result.Good good -> decide(found.get(), thread.get(), caller, good);
    };
  }

  private Result decide(
      Comment read, CommentThread thread, Caller caller, CheckWish.Result.Good wish) {
    Comment comment = read;
    // A write that finds another version is tried again: it may be bookkeeping alone.
    for (int tries = 0; tries < TRIES; tries++) {
      Instant now = clock.instant();
      Comment at = comment;
      Optional<Result> refusal =
          refusal(at, wish.act(), now).or(() -> changed(at, thread, wish.seen()));
      if (refusal.isPresent()) {
        return refusal.get();
      }
      Comment decided = comment.now(decided(comment, caller, wish, now));
      if (comments.save(
          comment, decided.standing(), telling.decided(comment, decided, thread.letter(), now))) {
        return new Result.Decided(decided, thread, now.plus(settings.undo()));
      }
      Optional<Comment> newer = comments.find(comment.address());
      if (newer.isEmpty()) {
        return new Result.No(CommentsRefusals.NO_RESPONSE_TO_YOU);
      }
      comment = newer.get();
    }
    return new Result.No(CommentsRefusals.BUSY);
  }

  // Two windows at once: the first decision counts and is named. Whatever else changed, she looks
  // at it and decides again.
  private static Optional<Result> changed(Comment now, CommentThread thread, Seen seen) {
    Seen current = now.standing().seen();
    Decision decision = now.standing().decision();
    if (current.equals(seen)) {
      return Optional.empty();
    }
    return current.sameWords(seen) && decision != null
        ? Optional.of(before(now, decision))
        : Optional.of(new Result.ChangedSince(now, thread));
  }

  // Somebody decided before, in another window or on another device. Without a decision it is
  // public, and nobody ever had to decide.
  private static Result before(Comment comment, @Nullable Decision first) {
    Refusal refusal =
        first == null
            ? CommentsRefusals.PUBLIC_ALREADY
            : CommentsRefusals.decidedBefore(
                    switch (first.act()) {
                      case PUBLISH -> "published";
                      case SPAM -> "marked as spam";
                      case REMOVE -> "removed";
                    })
                .with("first", new First(first.act().word(), first.role(), first.at()));
    return new Result.No(refusal.with("state", comment.state().word()));
  }

  private static Optional<Result> refusal(Comment comment, Decision.Act act, Instant now) {
    Standing standing = comment.standing();
    Decision first = standing.decision();
    return switch (comment.state()) {
      case DELETED ->
          Optional.of(
              standing.shown()
                  ? new Result.No(CommentsRefusals.WITHDRAWN)
                  : new Result.No(CommentsRefusals.NO_RESPONSE_TO_YOU));
      case REJECTED -> Optional.of(new Result.No(CommentsRefusals.NO_RESPONSE_TO_YOU));
      case REMOVED -> Optional.of(before(comment, first));
      case HELD ->
          act == Decision.Act.PUBLISH && standing.screeningPending()
              ? Optional.of(new Result.No(CommentsRefusals.NOT_CHECKED_YET))
              : Optional.empty();
      case PUBLISHED ->
          switch (act) {
            case PUBLISH -> publishedAgain(comment);
            // Spam is said of what waits. Said of what was just published, it is the same row in
            // another window.
            case SPAM ->
                first != null && first.undoUntil().isAfter(now) && standing.change() == null
                    ? Optional.of(before(comment, first))
                    : Optional.empty();
            case REMOVE -> Optional.empty();
          };
    };
  }

  private static Optional<Result> publishedAgain(Comment comment) {
    Standing standing = comment.standing();
    if (standing.change() == null) {
      return Optional.of(before(comment, standing.decision()));
    }
    return standing.screeningPending()
        ? Optional.of(new Result.No(CommentsRefusals.NOT_CHECKED_YET))
        : Optional.empty();
  }

  private Standing decided(
      Comment comment, Caller caller, CheckWish.Result.Good wish, Instant now) {
    // Notices wait until the decision cannot be taken back. An imported name has no inbox.
    boolean tellLater = !comment.origin().author().imported();
    return comment
        .standing()
        .decided(
            new Decision(
                wish.act(),
                caller.accountId(),
                ROLE,
                wish.reason(),
                now,
                now.plus(settings.undo()),
                !tellLater,
                comment.standing().forgetful()),
            tellLater ? now.plus(settings.noticeDelay()) : null);
  }
}
