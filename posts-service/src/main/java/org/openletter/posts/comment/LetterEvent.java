package org.openletter.posts.comment;

import org.openletter.platform.outbox.EventKind;

/// What comments-service can have to hear of a letter.
public enum LetterEvent implements EventKind {
  /// How it is now.
  LETTER,
  /// Responses that come with it from elsewhere.
  IMPORT
}
