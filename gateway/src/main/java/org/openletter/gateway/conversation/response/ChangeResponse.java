package org.openletter.gateway.conversation.response;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.door.error.Outcome;
import org.openletter.gateway.neighbour.comments.Comment;
import org.openletter.gateway.neighbour.comments.ResponsesClient;
import org.springframework.stereotype.Component;

/// A member changes the words of her response. Whatever happens, what she typed is not lost.
@Component
class ChangeResponse {

  private final ResponsesClient responses;

  ChangeResponse(ResponsesClient responses) {
    this.responses = responses;
  }

  /// What became of the words.
  sealed interface Result {

    /// They were stored; the state of the response says whether they are public.
    record Taken(Comment comment) implements Result {}

    /// The response has other words than those the change began from: she looks at both.
    ///
    /// @param text the newer words as they were typed
    /// @param version of these
    record Newer(String text, String version) implements Result {}
  }

  /// Sends the new words.
  ///
  /// @param version of the response that she began from
  Outcome<Result> change(String letterId, String id, String text, String version) {
    Outcome<Result> outcome =
        Outcome.of(
            "saved",
            "Your words are kept here.",
            () ->
                new Result.Taken(
                    responses.change(letterId, id, new ResponsesClient.Changed(text, version))));
    return WriteResponse.worded(outcome)
        .instead(ChangeResponse::newer)
        .saying(
            "response-removed",
            "Your change was not saved: the writer of the letter removed this response"
                + " meanwhile. The reason is under your responses.")
        .saying(
            "not-found",
            "Your change was not saved: this response, or the letter it answers, is not here"
                + " any more.");
  }

  /// Whether there is no response any more that could be changed; the words can only be copied.
  static boolean isGone(Outcome.NotDone<Result> no) {
    return no.is("response-removed", "not-found");
  }

  private static Optional<Result> newer(Outcome.Refused<Result> refused) {
    return refused.is("response-changed") && refused.facts().get("newer") instanceof Map<?, ?> newer
        ? Optional.of(new Result.Newer(text(newer.get("text")), text(newer.get("version"))))
        : Optional.empty();
  }

  private static String text(@Nullable Object value) {
    return value instanceof String text ? text : "";
  }
}
