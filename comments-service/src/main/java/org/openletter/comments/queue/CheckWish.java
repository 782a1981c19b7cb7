package org.openletter.comments.queue;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.comment.Decision;
import org.openletter.platform.problem.FieldProblem;
import org.openletter.platform.text.PlainText;
import org.springframework.stereotype.Component;

/// Understands what a creator decides. Taking a response away needs a reason that its writer is
/// told.
@Component
class CheckWish {

  /// Longest reason in own words, in code points.
  private static final int LONGEST = 500;

  /// What she sends.
  record Wish(@Nullable String act, @Nullable WishedReason reason) {}

  /// Why; needed to remove.
  record WishedReason(@Nullable String code, @Nullable String text) {}

  /// What it means.
  sealed interface Result {

    record Good(Decision.Act act, Decision.@Nullable Reason reason) implements Result {}

    record Bad(List<FieldProblem> fields) implements Result {}
  }

  Result check(Wish wish) {
    return switch (wish.act()) {
      case "publish" -> new Result.Good(Decision.Act.PUBLISH, null);
      case "spam" ->
          new Result.Good(
              Decision.Act.SPAM,
              new Decision.Reason(RemovalReason.JUNK.code(), RemovalReason.JUNK.label(), ""));
      case "remove" -> removal(wish.reason());
      case null, default -> bad("act", "Choose what to do: publish, spam or remove.");
    };
  }

  private static Result removal(@Nullable WishedReason wished) {
    Optional<RemovalReason> reason =
        wished == null || wished.code() == null
            ? Optional.empty()
            : RemovalReason.of(wished.code());
    String text = wished == null || wished.text() == null ? "" : PlainText.clean(wished.text());
    if (reason.isEmpty()) {
      return bad("reason", "Choose a reason. The writer of the response is told.");
    }
    if (PlainText.length(text) > LONGEST) {
      return bad("reason", "Say it in at most " + LONGEST + " characters.");
    }
    if (reason.get() == RemovalReason.OTHER && PlainText.blank(text)) {
      return bad("reason", "Say in a few words why. The writer of the response is told.");
    }
    return new Result.Good(
        Decision.Act.REMOVE, new Decision.Reason(reason.get().code(), reason.get().label(), text));
  }

  private static Result bad(String field, String sentence) {
    return new Result.Bad(List.of(new FieldProblem(field, sentence)));
  }
}
