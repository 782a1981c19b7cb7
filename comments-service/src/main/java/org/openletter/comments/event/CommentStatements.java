package org.openletter.comments.event;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.comment.Comment;
import org.openletter.comments.comment.Decision;
import org.openletter.comments.comment.HeldFor;
import org.openletter.comments.screening.Verdict;
import org.openletter.comments.statement.Statement;

/// The statements of reasons about a response.
final class CommentStatements {

  private CommentStatements() {}

  static Statement held(Comment comment, HeldFor why, @Nullable Verdict verdict, String action) {
    return new Statement(
        "restriction",
        comment.letterId(),
        comment.id(),
        comment.origin().author().id(),
        action,
        "",
        why.word(),
        why != HeldFor.BY_MODERATOR,
        by(why),
        reasons(why, verdict),
        verdict == null ? null : verdict.version());
  }

  static Statement removed(Comment comment, Decision decision) {
    Decision.Reason reason = decision.reason();
    String code = reason == null ? decision.act().word() : reason.code();
    return new Statement(
        "restriction",
        comment.letterId(),
        comment.id(),
        comment.origin().author().id(),
        "removed",
        reason == null ? "" : reason.text(),
        code,
        false,
        decision.role(),
        List.of(new Statement.Reason(code, Map.of())),
        null);
  }

  static Statement lifted(Comment comment, String action, String by, boolean automated) {
    return new Statement(
        "lifted",
        comment.letterId(),
        comment.id(),
        comment.origin().author().id(),
        action,
        "",
        "",
        automated,
        by,
        List.of(),
        null);
  }

  private static List<Statement.Reason> reasons(HeldFor why, @Nullable Verdict verdict) {
    boolean bySettings = why == HeldFor.FIRST_COMMENT || why == HeldFor.HOLD_ALL;
    if (verdict == null || verdict.reasons().isEmpty() || bySettings) {
      return List.of(new Statement.Reason(why.word(), Map.of()));
    }
    return verdict.reasons().stream()
        .map(r -> new Statement.Reason(r.code(), r.parameters()))
        .toList();
  }

  private static String by(HeldFor why) {
    return switch (why) {
      case FIRST_COMMENT, HOLD_ALL -> "thread-rule";
      case BY_MODERATOR -> "writer-of-letter";
      default -> "screening";
    };
  }
}
