package org.openletter.comments.rescreening;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.openletter.comments.comment.Admission;
import org.openletter.comments.comment.Comment;
import org.openletter.comments.comment.CommentState;
import org.openletter.comments.comment.HeldFor;
import org.openletter.comments.comment.Standing;
import org.openletter.comments.event.TellOfComment;
import org.openletter.comments.posting.Admit;
import org.openletter.comments.storage.Comments;
import org.openletter.comments.thread.CommentThread;
import org.openletter.comments.thread.Threads;
import org.springframework.stereotype.Component;

/// Screens a comment, or a change of one, that waited for it, and lets it stand as the verdict and
/// the thread say: one write, guarded by the version, so that what its author or the creator did
/// meanwhile wins.
@Component
class ScreenAgain {

  private final Admit admit;
  private final Comments comments;
  private final Threads threads;
  private final TellOfComment telling;
  private final Clock clock;

  ScreenAgain(Admit admit, Comments comments, Threads threads, TellOfComment telling, Clock clock) {
    this.admit = admit;
    this.comments = comments;
    this.threads = threads;
    this.telling = telling;
    this.clock = clock;
  }

  /// False when the screening did not answer: then nothing changed.
  boolean screen(Comment comment) {
    Optional<CommentThread> thread = threads.find(comment.letterId());
    if (thread.isEmpty() || !comment.standing().screeningPending()) {
      return true;
    }
    String text =
        comment.state() == CommentState.HELD || comment.standing().change() == null
            ? comment.standing().words().text()
            : comment.standing().change().words().text();
    Admission admission = admit.words(text, comment, thread.get());
    if (admission.heldFor() == HeldFor.SCREENING_PENDING) {
      return false;
    }
    Instant now = clock.instant();
    Comment screened = comment.now(after(comment, admission));
    comments.save(
        comment,
        screened.standing(),
        telling.changed(comment, screened, thread.get().letter(), now));
    return true;
  }

  private static Standing after(Comment comment, Admission admission) {
    Standing standing = comment.standing();
    Standing.Change change = standing.change();
    if (comment.state() == CommentState.HELD || change == null) {
      return standing.judged(admission);
    }
    return admission.heldFor() == null
        ? standing.edited(admission, change.words(), change.at())
        : standing.changeHeld(
            change.words(), admission.heldFor(), admission.verdict(), change.at());
  }
}
