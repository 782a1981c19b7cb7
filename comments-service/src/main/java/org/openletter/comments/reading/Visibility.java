package org.openletter.comments.reading;

import org.openletter.comments.comment.Comment;

/// What somebody sees of a comment. This is the one predicate: every list, count, page and answer
/// of this service asks it, and the stored `shown` says the same for strangers.
enum Visibility {
  /// All of it.
  WHOLE,
  /// That something was here, who took it away and why.
  TOMBSTONE,
  /// Nothing, not even that it exists.
  NOTHING;

  /// What this viewer sees of a comment on a letter that is published.
  public static Visibility of(Comment comment, Viewer viewer) {
    boolean hers = comment.origin().author().is(viewer.accountId());
    return switch (comment.state()) {
      case PUBLISHED -> WHOLE;
      case HELD -> hers || viewer.creator() ? WHOLE : NOTHING;
      case REJECTED -> hers ? WHOLE : NOTHING;
      case REMOVED ->
          hers && viewer.atHerDesk() ? WHOLE : comment.standing().shown() ? TOMBSTONE : NOTHING;
      case DELETED -> comment.standing().shown() ? TOMBSTONE : NOTHING;
    };
  }
}
