package org.openletter.comments.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.comment.CommentState;
import org.openletter.platform.text.SafeHtml;

/// A comment as one viewer sees it. Where only a tombstone stands there is no author and no word.
///
/// @param parentId the nearest comment above it that this page shows; null at the root
/// @param depth 1 at the root, at most 4
/// @param mine whether the viewer wrote it
/// @param byWriter whether the writer of the letter wrote it
/// @param text its Markdown, only for its author, and for the creator while it is held
/// @param waiting why it, or a change of it, is not public yet
/// @param editableUntil only for its author, and only while it can still be changed
/// @param moreReplies how many replies are below it beyond those given here
/// @param nextReply where those go on; null when there are none
/// @param canRemove whether the viewer may take it away
/// @param version names what she sees here, only for those who can act on it: every act carries the
///   version it was made on
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CommentView(
    String id,
    String letterId,
    @Nullable String parentId,
    int depth,
    @Nullable Author author,
    boolean mine,
    boolean byWriter,
    CommentState state,
    @Nullable SafeHtml html,
    @Nullable String text,
    Instant createdAt,
    @Nullable Instant editedAt,
    @Nullable Tombstone tombstone,
    @Nullable Waiting waiting,
    @Nullable Instant editableUntil,
    List<CommentView> replies,
    long moreReplies,
    @Nullable String nextReply,
    boolean canRemove,
    @Nullable String version) {

  /// Who wrote it; no account id ever leaves.
  record Author(@Nullable String handle, String name, boolean imported) {}

  /// Who took it away, `writer-of-letter`, `author` or `moderator`, and why, one word.
  record Tombstone(String by, @Nullable String reason) {}

  /// Why it waits, one word of `HeldFor`.
  record Waiting(String reason) {}

  /// The same comment in a place of a tree.
  CommentView placed(@Nullable String under, int level, List<CommentView> answers) {
    return new CommentView(
        id,
        letterId,
        under,
        level,
        author,
        mine,
        byWriter,
        state,
        html,
        text,
        createdAt,
        editedAt,
        tombstone,
        waiting,
        editableUntil,
        answers,
        moreReplies,
        nextReply,
        canRemove,
        version);
  }

  /// The same comment with more replies to be asked for.
  CommentView goingOn(long more, @Nullable String next) {
    return new CommentView(
        id,
        letterId,
        parentId,
        depth,
        author,
        mine,
        byWriter,
        state,
        html,
        text,
        createdAt,
        editedAt,
        tombstone,
        waiting,
        editableUntil,
        replies,
        more,
        next,
        canRemove,
        version);
  }
}
