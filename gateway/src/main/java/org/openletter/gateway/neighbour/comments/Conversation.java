package org.openletter.gateway.neighbour.comments;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of the conversation on a letter.
///
/// @param count how many responses are public
/// @param order `newest` or `oldest`
/// @param mode `open`, `hold-first-timers`, `hold-all` or `closed`
/// @param rules the letter's own house rules, a line each
/// @param waiting how many responses wait for the viewer, only when the letter is hers
/// @param next where the following page begins, or null on the last one
public record Conversation(
    String letterId,
    long count,
    @Nullable String order,
    @Nullable String mode,
    @Nullable Instant closesAt,
    @Nullable List<String> rules,
    @Nullable Permission canRespond,
    @Nullable Integer waiting,
    List<Comment> comments,
    @Nullable String next) {

  /// Whether the viewer may respond.
  ///
  /// @param why one word for it when she may not
  public record Permission(boolean allowed, @Nullable String why) {}

  /// The letter's own house rules; none where its writer set none.
  public List<String> houseRules() {
    return rules == null ? List.of() : rules;
  }

  /// Whether a response of this viewer waits because the screening does not answer.
  public boolean screeningIsLate() {
    return comments.stream().anyMatch(Comment::somethingWaitsForScreening);
  }
}
