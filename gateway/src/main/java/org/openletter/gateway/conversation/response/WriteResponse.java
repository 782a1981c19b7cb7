package org.openletter.gateway.conversation.response;

import org.jspecify.annotations.Nullable;
import org.openletter.gateway.door.error.Outcome;
import org.openletter.gateway.neighbour.comments.ResponsesClient;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// A member responds. Whatever happens, her words are not lost: a refusal comes with a sentence to
/// show beside them.
@Component
class WriteResponse {

  private final ResponsesClient responses;

  WriteResponse(ResponsesClient responses) {
    this.responses = responses;
  }

  /// Sends a new response. The state of what was stored says whether it is public.
  Outcome<ResponsesClient.Sent> send(
      String letterId, String text, @Nullable String parentId, String key) {
    return worded(
        Outcome.of(
            "sent",
            "Your words are kept here.",
            () -> responses.send(letterId, new ResponsesClient.Written(text, parentId, key))));
  }

  /// The same in words for whoever sent a response or a change of one.
  static <T> Outcome<T> worded(Outcome<T> outcome) {
    return outcome
        .saying(
            HttpStatus.UNAUTHORIZED,
            "Your sign-in has ended. Your words are kept here: send them again and sign in.")
        .saying(
            HttpStatus.NOT_FOUND,
            "Your response was not sent: what it answers is not public any more."
                + " Your words are kept here, so that you can copy them.");
  }
}
