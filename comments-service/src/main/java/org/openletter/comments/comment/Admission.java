package org.openletter.comments.comment;

import org.jspecify.annotations.Nullable;
import org.openletter.comments.screening.ScreenText;
import org.openletter.comments.screening.Verdict;
import org.openletter.comments.thread.Mode;

/// Whether a text may be shown. The one place that weighs the verdict of the screening and the
/// settings of the thread.
public record Admission(CommentState state, @Nullable HeldFor heldFor, @Nullable Verdict verdict) {

  /// What counts beside the verdict.
  ///
  /// @param byCreator whether the creator of the letter wrote it
  /// @param approvedBefore whether a response of its author is public on this creator's letters
  /// @param imported whether it came with a file; the settings of the thread are for new responses
  public record Situation(Mode mode, boolean byCreator, boolean approvedBefore, boolean imported) {}

  /// Decides. Without a verdict a text waits, whoever wrote it. What the screening holds waits for
  /// a person, except for being the first response: whether that matters the thread says.
  public static Admission of(ScreenText.Result screened, Situation situation) {
    return switch (screened) {
      case ScreenText.Result.Unanswered() -> held(HeldFor.SCREENING_PENDING, null);
      case ScreenText.Result.Judged(var verdict) -> of(verdict, situation);
    };
  }

  private static Admission of(Verdict verdict, Situation situation) {
    if (verdict.hold()) {
      HeldFor why = HeldFor.of(verdict);
      if (why != HeldFor.FIRST_COMMENT) {
        return held(why, verdict);
      }
    }
    if (situation.byCreator() || situation.imported()) {
      return published(verdict);
    }
    return switch (situation.mode()) {
      case HOLD_ALL -> held(HeldFor.HOLD_ALL, verdict);
      case OPEN -> published(verdict);
      // A thread that was closed while this waited had the careful mode before, as far as is known.
      case HOLD_FIRST_TIMERS, CLOSED ->
          situation.approvedBefore() ? published(verdict) : held(HeldFor.FIRST_COMMENT, verdict);
    };
  }

  /// Held whatever the screening says.
  public static Admission held(HeldFor why, @Nullable Verdict verdict) {
    return new Admission(CommentState.HELD, why, verdict);
  }

  private static Admission published(Verdict verdict) {
    return new Admission(CommentState.PUBLISHED, null, verdict);
  }

  /// Whether it is shown to everybody.
  public boolean isPublic() {
    return state == CommentState.PUBLISHED;
  }
}
