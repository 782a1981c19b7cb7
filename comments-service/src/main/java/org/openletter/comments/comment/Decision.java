package org.openletter.comments.comment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a person decided about a comment.
///
/// @param by the account that decided
/// @param role as what she decided: `writer-of-letter`
/// @param reason why it was taken away; null when it was published
/// @param undoUntil until then it can be taken back
/// @param told whether everybody was told who is to be told
/// @param before how the comment stood: undo puts it back
public record Decision(
    Act act,
    String by,
    String role,
    @Nullable Reason reason,
    Instant at,
    Instant undoUntil,
    boolean told,
    Standing before) {

  /// What can be decided.
  public enum Act {
    PUBLISH,
    SPAM,
    REMOVE;

    /// The stable word of the API and the database.
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// Why a response was taken away.
  ///
  /// @param code stable word such as `advertising`, told also to strangers
  /// @param text in the decider's own words, for its author alone; may be empty
  public record Reason(String code, String text) {}

  Decision toldNow() {
    return new Decision(act, by, role, reason, at, undoUntil, true, before);
  }
}
