package org.openletter.gateway.conversation.thread;

import org.jspecify.annotations.Nullable;
import org.openletter.gateway.neighbour.comments.Comment;
import org.openletter.gateway.neighbour.posts.LetterAddress;

/// A response as its writer opens it to change or withdraw it.
///
/// @param letter what it is about; null when nobody can tell just now
public record OwnComment(String letterId, @Nullable Subject letter, Comment comment) {

  /// Where its letter stands.
  public String letterAddress() {
    return letter == null ? "/letters/" + letterId : letter.address();
  }

  /// Where it stands.
  public String address() {
    return LetterAddress.ofComment(letterId, comment.id());
  }
}
