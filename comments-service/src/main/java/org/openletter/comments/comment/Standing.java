package org.openletter.comments.comment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.screening.Verdict;

/// How a comment stands: everything about it that can change.
///
/// @param heldFor why it waits; null unless it is held
/// @param verdict of the screening of `words`; null while there is none
/// @param shown whether a thread has a place for it: it is public, or a tombstone of what was
///   public
/// @param editedAt when public words last changed; null when they never did
/// @param change new words that wait while the old ones stay public; null when there are none
/// @param decision what a person decided last; null when nobody did or it was overtaken
/// @param later what is to be done about it later: people told, or its words blanked; null for
///   nothing
public record Standing(
    CommentState state,
    @Nullable HeldFor heldFor,
    @Nullable Verdict verdict,
    boolean shown,
    Words words,
    @Nullable Instant editedAt,
    @Nullable Change change,
    @Nullable Decision decision,
    @Nullable Later later) {

  /// New words of a public comment that may not be shown yet.
  public record Change(Words words, HeldFor heldFor, @Nullable Verdict verdict, Instant at) {}

  /// A new comment.
  public static Standing arrived(Admission admission, Words words) {
    return new Standing(
        admission.state(),
        admission.heldFor(),
        admission.verdict(),
        admission.isPublic(),
        words,
        null,
        null,
        null,
        null);
  }

  /// The same words after another look: published, or held for another reason.
  public Standing judged(Admission admission) {
    return new Standing(
        admission.state(),
        admission.heldFor(),
        admission.verdict(),
        shown || admission.isPublic(),
        words,
        editedAt,
        null,
        null,
        null);
  }

  /// A held comment with other words: nobody saw the old ones.
  public Standing rewritten(Admission admission, Words newWords) {
    return new Standing(
        admission.state(),
        admission.heldFor(),
        admission.verdict(),
        shown || admission.isPublic(),
        newWords,
        null,
        null,
        null,
        null);
  }

  /// A public comment with other words, seen by all from now on.
  public Standing edited(Admission admission, Words newWords, Instant at) {
    return new Standing(state, null, admission.verdict(), true, newWords, at, null, null, later);
  }

  /// A public comment whose words stay after all: nothing of it waits.
  public Standing withoutChange() {
    return new Standing(state, heldFor, verdict, shown, words, editedAt, null, decision, later);
  }

  /// A public comment whose new words wait.
  public Standing changeHeld(Words newWords, HeldFor why, @Nullable Verdict of, Instant at) {
    return new Standing(
        state,
        null,
        verdict,
        shown,
        words,
        editedAt,
        new Change(newWords, why, of, at),
        null,
        later);
  }

  /// Taken back by its author.
  public Standing withdrawn(Instant blankAt) {
    return new Standing(
        CommentState.DELETED,
        null,
        null,
        shown,
        words,
        editedAt,
        null,
        null,
        new Later(blankAt, Later.What.BLANK));
  }

  /// Withdrawn long enough: no word of it is left.
  public Standing blanked() {
    return new Standing(state, heldFor, null, shown, Words.none(), editedAt, null, null, null);
  }

  /// Decided by a person. A change that waited is accepted or goes with the rest.
  ///
  /// @param tellAt when people are told; null when there is nobody to tell
  public Standing decided(Decision decided, @Nullable Instant tellAt) {
    return switch (decided.act()) {
      case PUBLISH ->
          new Standing(
              CommentState.PUBLISHED,
              null,
              change == null ? verdict : change.verdict(),
              true,
              change == null ? words : change.words(),
              change == null ? editedAt : change.at(),
              null,
              decided,
              tellAt == null ? null : new Later(tellAt, newsOfPublication()));
      case SPAM, REMOVE ->
          new Standing(
              CommentState.REMOVED,
              null,
              verdict,
              shown,
              words,
              editedAt,
              change,
              decided,
              tellAt == null ? null : new Later(tellAt, Later.What.TELL_REMOVED));
    };
  }

  // That it is public at all, when nobody was told yet, says more than that a change of it is.
  private Later.What newsOfPublication() {
    boolean untold = later != null && later.what() == Later.What.TELL_PUBLISHED;
    return state == CommentState.PUBLISHED && !untold
        ? Later.What.TELL_CHANGE_PUBLISHED
        : Later.What.TELL_PUBLISHED;
  }

  /// Everybody was told who is to be told.
  public Standing told() {
    return new Standing(
        state,
        heldFor,
        verdict,
        shown,
        words,
        editedAt,
        change,
        decision == null ? null : decision.toldNow(),
        null);
  }

  /// Without the memory of a decision, as it is kept inside one. What was to be done later stays to
  /// be done when the decision is taken back.
  public Standing forgetful() {
    return new Standing(state, heldFor, verdict, shown, words, editedAt, change, null, later);
  }

  /// Names what somebody who decides about it has before her.
  public Seen seen() {
    return Seen.of(this);
  }

  /// Whether new words of it wait for a person.
  public boolean changeWaits() {
    return change != null && change.heldFor() != HeldFor.SCREENING_PENDING;
  }

  /// Whether it, or a change of it, waits for the screening.
  public boolean screeningPending() {
    return state == CommentState.HELD && heldFor == HeldFor.SCREENING_PENDING
        || state == CommentState.PUBLISHED
            && change != null
            && change.heldFor() == HeldFor.SCREENING_PENDING;
  }
}
