package org.openletter.comments.storage;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.comment.Comment;
import org.openletter.comments.comment.CommentAddress;
import org.openletter.comments.comment.Standing;
import org.openletter.platform.outbox.OutboxEvent;

/// Where comments are kept, one at a time. Lists are `CommentLists`.
public interface Comments {

  /// The name of the collection, for the relay of its outboxes.
  String COLLECTION = "comments";

  /// The comment at this address, in whatever state.
  Optional<Comment> find(CommentAddress address);

  /// What this author sent to this letter with this key.
  ///
  /// @param authorId null for an imported name
  Optional<Comment> sent(String letterId, @Nullable String authorId, String key);

  /// Stores a new comment and what others have to hear of it. Empty when it was stored; else the
  /// comment that was there before, with the same key or the same id.
  ///
  /// @param parentId the nearest shown comment above it, null when there is none
  Optional<Comment> insert(Comment comment, @Nullable String parentId, List<OutboxEvent> events);

  /// Makes a comment stand otherwise, and stores what others have to hear of it, in one write.
  /// False when it changed since it was read, or when nobody has heard of its last hundred changes
  /// yet: then nothing happened.
  boolean save(Comment read, Standing after, List<OutboxEvent> events);

  /// Whether a response of this author is public on a letter of this creator.
  boolean approvedBefore(String authorId, String creatorId);

  /// Notes at once that a comment has replies; the counter says later how many.
  void hasReplies(CommentAddress address);
}
