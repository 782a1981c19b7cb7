package org.openletter.comments.schedule;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.openletter.comments.comment.Comment;
import org.openletter.comments.comment.CommentAddress;
import org.openletter.comments.comment.Later;
import org.openletter.comments.event.TellOfComment;
import org.openletter.comments.letter.Letter;
import org.openletter.comments.storage.Comments;
import org.openletter.comments.storage.PendingComments;
import org.openletter.comments.thread.CommentThread;
import org.openletter.comments.thread.Threads;
import org.springframework.stereotype.Component;

/// Does what is due about comments: tells people of a decision that was not taken back, and blanks
/// the words of what was withdrawn. Each is one write guarded by the comment's version, so two
/// instances do it once.
@Component
class DoWhatIsDue {

  private static final int BATCH = 50;

  private final PendingComments pending;
  private final Comments comments;
  private final Threads threads;
  private final TellOfComment telling;
  private final Clock clock;

  DoWhatIsDue(
      PendingComments pending,
      Comments comments,
      Threads threads,
      TellOfComment telling,
      Clock clock) {
    this.pending = pending;
    this.comments = comments;
    this.threads = threads;
    this.telling = telling;
    this.clock = clock;
  }

  /// Does one batch. Whether there may be more.
  boolean doOnce() {
    Instant now = clock.instant();
    List<CommentAddress> due = pending.due(now, BATCH);
    for (CommentAddress address : due) {
      comments.find(address).ifPresent(comment -> doIt(comment, now));
    }
    return due.size() == BATCH;
  }

  private void doIt(Comment comment, Instant now) {
    Later later = comment.standing().later();
    if (later == null || later.at().isAfter(now)) {
      return;
    }
    if (later.what() == Later.What.BLANK) {
      comments.save(comment, comment.standing().blanked(), List.of());
      return;
    }
    Letter letter =
        threads
            .find(comment.letterId())
            .map(CommentThread::letter)
            .orElseGet(() -> new Letter(comment.letterId(), "", "", "", "", "draft", null));
    comments.save(
        comment, comment.standing().told(), telling.later(comment, later.what(), letter, now));
  }
}
