package org.openletter.gateway.conversation.thread;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.conversation.composer.Composer;
import org.openletter.gateway.look.page.Viewer;

/// One response in its place: what it answers, and what answers it.
///
/// @param ancestors from the root of the thread down to the parent, without replies
public record CommentInPlace(
    Comment comment,
    @Nullable List<Comment> ancestors,
    long count,
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

  /// The form to reply in.
  ///
  /// @param key a new random key
  public Composer composer(Viewer viewer, String letterId, String key) {
    return Composer.empty(
        viewer,
        letterId,
        comment.id(),
        key,
        houseRules(),
        canRespond == null ? null : canRespond.refusal(viewer));
  }
}
