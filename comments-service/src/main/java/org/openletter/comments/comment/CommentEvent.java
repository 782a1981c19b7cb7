package org.openletter.comments.comment;

import org.openletter.platform.outbox.EventKind;

/// What others can have to hear of a comment.
public enum CommentEvent implements EventKind {
  /// Somebody finds it in her inbox.
  NOTICE,
  /// A statement of reasons is filed, or closed.
  STATEMENT
}
