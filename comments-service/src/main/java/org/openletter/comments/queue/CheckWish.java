package org.openletter.comments.queue;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.CommentsRefusals;
import org.openletter.comments.comment.Decision;
import org.openletter.comments.comment.Seen;
import org.openletter.platform.problem.Refusal;
import org.openletter.platform.text.PlainText;
import org.springframework.stereotype.Component;

/// Understands what a creator decides. Taking a response away needs a reason that its writer is
/// told.
@Component
class CheckWish {

  /// Longest reason in own words, in code points.
  private static final int LONGEST = 500;

  /// Longer ones are not even cleaned: spaces around the words may go, but not thousands.
  private static final int MOST_READ = 4 * LONGEST;

  /// What she sends.
  ///
  /// @param version of the comment that she saw when she decided
  record Wish(@Nullable String act, @Nullable WishedReason reason, @Nullable String version) {}

  /// Why; needed to remove.
  record WishedReason(@Nullable String code, @Nullable String text) {}

  /// What it means.
  sealed interface Result {

    record Good(Decision.Act act, Decision.@Nullable Reason reason, Seen seen) implements Result {}

    record No(Refusal why) implements Result {}
  }

  Result check(Wish wish) {
    Optional<Seen> seen = seen(wish.version());
    if (seen.isEmpty()) {
      return new Result.No(CommentsRefusals.NO_VERSION);
    }
    return switch (wish.act()) {
      case "publish" -> new Result.Good(Decision.Act.PUBLISH, null, seen.get());
      case "spam" ->
          new Result.Good(
              Decision.Act.SPAM, new Decision.Reason(RemovalReason.JUNK.code(), ""), seen.get());
      case "remove" -> removal(wish.reason(), seen.get());
      case null, default -> bad("act", "Choose what to do: publish, spam or remove.");
    };
  }

  /// What a version names; empty for none, and for what is none.
  static Optional<Seen> seen(@Nullable String version) {
    return version == null ? Optional.empty() : Seen.of(version);
  }

  private static Result removal(@Nullable WishedReason wished, Seen seen) {
    Optional<RemovalReason> reason =
        wished == null || wished.code() == null
            ? Optional.empty()
            : RemovalReason.of(wished.code());
    if (wished != null && wished.text() != null && PlainText.length(wished.text()) > MOST_READ) {
      return bad("reason", "Say it in at most " + LONGEST + " characters.");
    }
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
        Decision.Act.REMOVE, new Decision.Reason(reason.get().code(), text), seen);
  }

  private static Result bad(String field, String sentence) {
    return new Result.No(Refusal.field(field, sentence));
  }
}
