package org.openletter.comments.event;

import java.util.List;
import java.util.stream.Collectors;
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
    List<Statement.Reason> reasons = reasons(why, verdict);
    return new Statement(
        "restriction",
        comment.letterId(),
        comment.id(),
        comment.origin().author().id(),
        action,
        reasons.stream()
            .map(Statement.Reason::sentence)
            .filter(sentence -> !sentence.isEmpty())
            .collect(Collectors.joining(" ")),
        why.word(),
        why != HeldFor.BY_MODERATOR,
        by(why),
        reasons,
        verdict == null ? null : verdict.version());
  }

  static Statement removed(Comment comment, Decision decision) {
    Decision.Reason reason = decision.reason();
    String code = reason == null ? decision.act().word() : reason.code();
    String label = reason == null ? "" : reason.label();
    String facts = reason == null || reason.text().isEmpty() ? label : reason.text();
    return new Statement(
        "restriction",
        comment.letterId(),
        comment.id(),
        comment.origin().author().id(),
        "removed",
        facts,
        code,
        false,
        decision.role(),
        List.of(new Statement.Reason(code, label, facts)),
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
      return List.of(new Statement.Reason(why.word(), why.label(), why.sentence()));
    }
    return verdict.reasons().stream()
        .map(r -> new Statement.Reason(r.code(), r.label(), r.sentence()))
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
