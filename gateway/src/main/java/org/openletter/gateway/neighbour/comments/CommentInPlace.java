package org.openletter.gateway.neighbour.comments;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One response in its place: what it answers, and what answers it.
///
/// @param ancestors from the root of the thread down to the parent, without replies
public record CommentInPlace(
    Comment comment,
    @Nullable List<Comment> ancestors,
    @Nullable List<String> rules,
    Conversation.@Nullable Permission canRespond) {

  /// What it answers, from the root down; nothing for a response to the letter itself.
  public List<Comment> above() {
    return ancestors == null ? List.of() : ancestors;
  }

  /// The letter's own house rules; none where its writer set none.
  public List<String> houseRules() {
    return rules == null ? List.of() : rules;
  }
}
