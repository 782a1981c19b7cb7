package org.openletter.comments.posting;

import org.openletter.comments.comment.Admission;
import org.openletter.comments.comment.Comment;
import org.openletter.comments.comment.Origin;
import org.openletter.comments.screening.ScreenText;
import org.openletter.comments.storage.Comments;
import org.openletter.comments.thread.CommentThread;
import org.openletter.comments.thread.Mode;
import org.springframework.stereotype.Component;

/// Has a text screened and weighs what comes back with what the thread wants.
@Component
public class Admit {

  private final ScreenText screening;
  private final Comments comments;

  /// Weighs with this screening and these earlier comments.
  public Admit(ScreenText screening, Comments comments) {
    this.screening = screening;
    this.comments = comments;
  }

  /// A text of this author.
  ///
  /// @param approved whether a response of hers is public on this creator's letters
  public Admission text(
      String text, String commentId, Origin.Author author, CommentThread thread, boolean approved) {
    boolean byCreator = author.is(thread.letter().creatorId());
    boolean imported = author.imported();
    return Admission.of(
        screening.screen(
            new ScreenText.Question(
                thread.letter().id(),
                commentId,
                new ScreenText.Author(author.handle(), author.name()),
                text,
                firstMatters(thread) && !approved && !byCreator && !imported,
                approved,
                imported)),
        new Admission.Situation(thread.settings().mode(), byCreator, approved, imported));
  }

  private static boolean firstMatters(CommentThread thread) {
    return thread.settings().mode() == Mode.HOLD_FIRST_TIMERS;
  }

  /// Other words for a comment that exists.
  public Admission words(String text, Comment comment, CommentThread thread) {
    Origin.Author author = comment.origin().author();
    boolean approved =
        author.id() != null && comments.approvedBefore(author.id(), thread.letter().creatorId());
    return text(text, comment.id(), author, thread, approved);
  }
}
