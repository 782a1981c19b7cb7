package org.openletter.gateway.writing.response;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.door.error.Away;
import org.openletter.gateway.reading.thread.Comment;
import org.openletter.platform.call.CallRefused;
import org.openletter.platform.call.NoAnswer;
import org.springframework.stereotype.Component;

/// A member changes the words of her response. Whatever happens, what she typed is not lost.
@Component
class ChangeResponse {

  private static final int NO_ANSWER = 503;

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

    /// There is no response any more that could be changed; the words can only be copied.
    record Gone(int status, String sentence) implements Result {}

    /// They were not taken.
    ///
    /// @param status of the page that says so
    /// @param sentence what happened, what was kept, what to do
    record Refused(int status, String sentence, Optional<Duration> retryAfter) implements Result {}
  }

  /// Sends the new words.
  ///
  /// @param version of the response that she began from
  Result change(String letterId, String id, String text, String version) {
    try {
      return new Result.Taken(
          responses.change(letterId, id, new ResponsesClient.Changed(text, version)));
    } catch (CallRefused refused) {
      return switch (refused.type()) {
        case "response-changed" -> newer(refused);
        case "response-removed" ->
            new Result.Gone(
                refused.status(),
                "Your change was not saved: the writer of the letter removed this response"
                    + " meanwhile. The reason is under your responses.");
        case "not-found" ->
            new Result.Gone(
                refused.status(),
                "Your change was not saved: this response, or the letter it answers, is not here"
                    + " any more.");
        default ->
            new Result.Refused(
                refused.status(), WriteResponse.sentence(refused), refused.retryAfter());
      };
    } catch (NoAnswer noAnswer) {
      return new Result.Refused(
          NO_ANSWER,
          Away.unsure(noAnswer, "saved", "Your words are kept here."),
          Optional.of(Duration.ofMinutes(1)));
    }
  }

  private static Result newer(CallRefused refused) {
    return refused.properties().get("newer") instanceof Map<?, ?> newer
        ? new Result.Newer(text(newer.get("text")), text(newer.get("version")))
        : new Result.Refused(refused.status(), refused.detail(), refused.retryAfter());
  }

  private static String text(@Nullable Object value) {
    return value instanceof String text ? text : "";
  }
}
