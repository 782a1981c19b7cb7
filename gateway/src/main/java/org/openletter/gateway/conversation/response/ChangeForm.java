package org.openletter.gateway.conversation.response;

import org.jspecify.annotations.Nullable;
import org.openletter.gateway.neighbour.comments.Comment;

/// The form in which a response is changed.
///
/// @param text what stands in it
/// @param version of the response that it goes on from
/// @param newer the words that somebody, most likely she herself in another window, saved
///   meanwhile; null when there are none
public record ChangeForm(String text, String version, @Nullable String newer) {

  static ChangeForm of(Comment comment) {
    return new ChangeForm(
        comment.text() == null ? "" : comment.text(),
        comment.version() == null ? "" : comment.version(),
        null);
  }
}
