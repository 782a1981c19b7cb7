package org.openletter.gateway.own.me;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.neighbour.moderation.Statement;
import org.openletter.platform.call.Answer;

/// One page of a person's own responses.
///
/// @param statements about them, as far as moderation-service answers
/// @param next where the following page begins, or null on the last one
public record MyCommentsPage(
    List<MyCommentEntry> comments,
    Answer<List<Statement>> statements,
    @Nullable String next,
    boolean firstPage) {

  /// The statement about what is decided now. One about something that was decided before says
  /// nothing of it: the newest may still be on its way.
  public @Nullable Statement statement(MyCommentEntry comment) {
    return statements.known().stream()
        .flatMap(List::stream)
        .filter(statement -> statement.commentId().equals(comment.comment().id()))
        .filter(statement -> comment.restrictedAs(statement.action(), statement.rule()))
        .findFirst()
        .orElse(null);
  }

  /// Why there is no statement about what is decided now, in a sentence; null when there is one, or
  /// nothing to state.
  public @Nullable String missing(MyCommentEntry comment) {
    if (comment.told().decision() == null || statement(comment) != null) {
      return null;
    }
    return statements.known().isEmpty()
        ? "The statement cannot be shown now."
        : "The statement is still on its way.";
  }
}
