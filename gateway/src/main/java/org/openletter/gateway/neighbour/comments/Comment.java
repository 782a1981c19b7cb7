package org.openletter.gateway.neighbour.comments;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.text.SafeHtml;

/// One response as comments-service tells it to this viewer.
///
/// @param author null where nobody is named any more
/// @param mine whether the viewer wrote it
/// @param byWriter whether the writer of the letter wrote it
/// @param state `published`, `held`, `rejected`, `removed` or `deleted`
/// @param html null where only a tombstone stands
/// @param text the source, only to those who may see it
/// @param waiting why it is not public yet, only for its author and the letter's writer
/// @param editableUntil only for its author, and only while it can still be changed
/// @param moreReplies how many replies exist beyond the ones given here
/// @param nextReply where those go on
/// @param canRemove whether the viewer may take it away: the letter is hers
/// @param version names what she sees, only for those who can act on it; every act carries it
public record Comment(
    String id,
    String letterId,
    @Nullable String parentId,
    int depth,
    @Nullable Author author,
    boolean mine,
    boolean byWriter,
    String state,
    @Nullable SafeHtml html,
    @Nullable String text,
    Instant createdAt,
    @Nullable Instant editedAt,
    @Nullable Tombstone tombstone,
    @Nullable Waiting waiting,
    @Nullable Instant editableUntil,
    @Nullable List<Comment> replies,
    int moreReplies,
    @Nullable String nextReply,
    boolean canRemove,
    @Nullable String version) {

  /// Who wrote it, as named when it was written or renamed since.
  ///
  /// @param handle null for a name brought in from elsewhere
  public record Author(@Nullable String handle, String name, boolean imported) {

    /// The name in a conversation: the handle, which nobody else has, or the name from elsewhere.
    public String shown() {
      return handle == null ? name + " (imported)" : handle;
    }
  }

  /// What stands where a response was.
  ///
  /// @param by `author`, `writer-of-letter` or `moderator`
  /// @param reason a stable word such as `advertising`, or null
  public record Tombstone(String by, @Nullable String reason) {}

  /// Why it is not public yet.
  ///
  /// @param reason a stable word such as `first-comment` or `screening-pending`
  public record Waiting(String reason) {}

  /// The name of its place on a page.
  public String anchor() {
    return "c-" + id;
  }

  /// Replies in their order; none where comments-service sent none.
  public List<Comment> answers() {
    return replies == null ? List.of() : replies;
  }

  /// Whether everybody sees it.
  public boolean isPublic() {
    return state.equals("published");
  }

  /// Whether it waits for the screening to answer.
  public boolean waitsForScreening() {
    return waiting != null && waiting.reason().equals("screening-pending");
  }

  /// Whether it, or a reply below it, waits for the screening to answer.
  boolean somethingWaitsForScreening() {
    return waitsForScreening() || answers().stream().anyMatch(Comment::somethingWaitsForScreening);
  }

  /// Whole minutes left to change it, rounded up; 0 when it cannot be changed any more.
  public long minutesToEdit(Instant now) {
    if (!mine || editableUntil == null || !editableUntil.isAfter(now)) {
      return 0;
    }
    return Duration.between(now, editableUntil).plusSeconds(59).toMinutes();
  }
}
