package org.openletter.profiles.account;

import org.openletter.platform.outbox.EventKind;

/// What can have to happen elsewhere after an account was changed.
public enum AccountEvent implements EventKind {
  /// comments-service has to hear of a new name.
  NAME_FOR_COMMENTS,
  /// posts-service has to hear of a new name.
  NAME_FOR_POSTS,
  /// Admins have to hear of a name that waits.
  NAME_WAITS,
  /// A name has to be compared with the letters, which could not be done at once.
  NAME_TO_COMPARE,
  /// What was signed in before has to end.
  SIGNED_OUT,
  /// The person has to be told.
  TOLD
}
