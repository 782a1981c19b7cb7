package org.openletter.comments.posting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.CommentsRefusals;
import org.openletter.comments.comment.Admission;
import org.openletter.comments.comment.Comment;
import org.openletter.comments.comment.CommentAddress;
import org.openletter.comments.comment.CommentSettings;
import org.openletter.comments.comment.CommentState;
import org.openletter.comments.comment.HeldFor;
import org.openletter.comments.comment.Seen;
import org.openletter.comments.comment.Standing;
import org.openletter.comments.comment.Words;
import org.openletter.comments.event.TellOfComment;
import org.openletter.comments.storage.Comments;
import org.openletter.comments.thread.CommentThread;
import org.openletter.comments.thread.FindThread;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.outbox.OutboxEvent;
import org.openletter.platform.problem.Refusal;
import org.springframework.stereotype.Component;

/// A member changes her response while the window is open. The new words are screened like new
/// ones; when they may not be shown yet, the old ones stay public.
@Component
class EditComment {

  private static final int TRIES = 3;

  private final FindThread findThread;
  private final Comments comments;
  private final CheckText checkText;
  private final Admit admit;
  private final TellOfComment telling;
  private final Pace pace;
  private final CommentSettings settings;
  private final Clock clock;

  EditComment(
      FindThread findThread,
      Comments comments,
      CheckText checkText,
      Admit admit,
      TellOfComment telling,
      Pace pace,
      CommentSettings settings,
      Clock clock) {
    this.findThread = findThread;
    this.comments = comments;
    this.checkText = checkText;
    this.admit = admit;
    this.telling = telling;
    this.pace = pace;
    this.settings = settings;
    this.clock = clock;
  }

  /// How it went.
  sealed interface Result {

    /// The new words are public, or wait while the old ones stay.
    record Changed(Comment comment, CommentThread thread) implements Result {}

    /// Its words are not those she began from: she changed them in another window.
    record ChangedSince(Comment newer, CommentThread thread) implements Result {}

    record No(Refusal why) implements Result {}
  }

  /// @param seen what she saw when she began to change it
  Result edit(CommentAddress address, Caller caller, @Nullable String typed, Seen seen) {
    Comment comment =
        comments
            .find(address)
            .filter(c -> c.origin().author().is(caller.accountId()))
            .filter(c -> c.state() != CommentState.DELETED)
            .orElse(null);
    if (comment == null) {
      return new Result.No(CommentsRefusals.NO_RESPONSE_OF_YOURS);
    }
    return switch (findThread.heard(address.letterId())) {
      case FindThread.Result.Absent() -> new Result.No(CommentsRefusals.NO_RESPONSE_OF_YOURS);
      case FindThread.Result.Unknown(String silent) ->
          new Result.No(CommentsRefusals.notSent(silent));
      case FindThread.Result.Known(var thread) ->
          thread.letter().isPublished()
              ? edit(comment, thread, caller, typed, seen)
              : new Result.No(CommentsRefusals.NO_RESPONSE_OF_YOURS);
    };
  }

  private Result edit(
      Comment comment, CommentThread thread, Caller caller, @Nullable String typed, Seen seen) {
    if (!editable(comment)) {
      return new Result.No(CommentsRefusals.REMOVED);
    }
    if (!comment.standing().seen().sameWords(seen)) {
      return new Result.ChangedSince(comment, thread);
    }
    if (!comment.origin().createdAt().plus(settings.editWindow()).isAfter(clock.instant())) {
      return new Result.No(CommentsRefusals.EDIT_WINDOW_OVER);
    }
    return switch (checkText.check(typed, comment.origin().key())) {
      case CheckText.Result.No(var why) -> new Result.No(why);
      case CheckText.Result.Good(var words, _) -> {
        Optional<Duration> wait = pace.edit(caller);
        yield wait.isPresent()
            ? new Result.No(CommentsRefusals.tooFast(wait.get()))
            : change(comment, thread, words, admit.words(words.text(), comment, thread), seen);
      }
    };
  }

  // Tried again when it changed meanwhile, for example by the screening that it waited for.
  private Result change(
      Comment read, CommentThread thread, Words words, Admission admission, Seen seen) {
    Comment comment = read;
    for (int tries = 0; tries < TRIES; tries++) {
      Instant now = clock.instant();
      Comment changed = comment.now(after(comment.standing(), admission, words, now));
      List<OutboxEvent> events = telling.changed(comment, changed, thread.letter(), now);
      if (comments.save(comment, changed.standing(), events)) {
        return new Result.Changed(changed, thread);
      }
      Comment newer = comments.find(comment.address()).orElse(null);
      if (newer == null || !editable(newer)) {
        return new Result.No(CommentsRefusals.REMOVED);
      }
      if (!newer.standing().seen().sameWords(seen)) {
        return new Result.ChangedSince(newer, thread);
      }
      comment = newer;
    }
    return new Result.No(CommentsRefusals.BUSY);
  }

  private static boolean editable(Comment comment) {
    return comment.state() == CommentState.PUBLISHED || comment.state() == CommentState.HELD;
  }

  private static Standing after(Standing before, Admission admission, Words words, Instant now) {
    if (before.state() == CommentState.HELD) {
      return before.rewritten(kept(before.heldFor(), admission), words);
    }
    if (before.words().text().equals(words.text())) {
      return before.withoutChange();
    }
    return admission.heldFor() == null
        ? before.edited(admission, words, now)
        : before.changeHeld(words, admission.heldFor(), admission.verdict(), now);
  }

  // What a person held, other words do not set free.
  private static Admission kept(@Nullable HeldFor before, Admission admission) {
    return before != null
            && switch (before) {
              case RULE, REPORTED, ASKED, BY_MODERATOR -> true;
              default -> false;
            }
        ? Admission.held(before, admission.verdict())
        : admission;
  }
}
