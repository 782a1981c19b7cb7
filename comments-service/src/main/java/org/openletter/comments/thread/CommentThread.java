package org.openletter.comments.thread;

import java.time.Instant;
import org.openletter.comments.letter.Letter;

/// The thread of one letter.
///
/// @param responses how many are public; follows a change within a second
/// @param verifiedAt when posts-service last said how the letter stands
public record CommentThread(
    Letter letter, ThreadSettings settings, long responses, Instant verifiedAt) {

  /// Whether new responses are refused.
  public boolean closed(Instant now) {
    return settings.mode() == Mode.CLOSED
        || settings.closesAt() != null && !settings.closesAt().isAfter(now);
  }

  /// Whether this account runs the thread.
  public boolean isOf(String accountId) {
    return letter.creatorId().equals(accountId);
  }
}
