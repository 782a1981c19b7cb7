package org.openletter.gateway.writing.response;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.door.error.Away;
import org.openletter.gateway.reading.thread.Comment;
import org.openletter.platform.call.CallRefused;
import org.openletter.platform.call.NoAnswer;
import org.openletter.platform.problem.FieldProblem;
import org.springframework.stereotype.Component;

/// A member responds. Whatever happens, her words are not lost: a refusal comes with a sentence to
/// show beside them.
@Component
class WriteResponse {

  private static final int NO_ANSWER = 503;
  private static final int NOT_FOUND = 404;
  private static final int SIGNED_OUT = 401;

  private final ResponsesClient responses;

  WriteResponse(ResponsesClient responses) {
    this.responses = responses;
  }

  /// What became of the words.
  sealed interface Result {

    /// They were stored; the state of the response says whether they are public.
    record Taken(Comment comment) implements Result {}

    /// They were not.
    ///
    /// @param status of the page that says so
    /// @param sentence what happened, what was kept, what to do
    record Refused(int status, String sentence, Optional<Duration> retryAfter) implements Result {}
  }

  /// Sends a new response.
  Result send(String letterId, String text, @Nullable String parentId, String key) {
    return asking(() -> responses.send(letterId, new ResponsesClient.Written(text, parentId, key)));
  }

  private static Result asking(Supplier<Comment> call) {
    try {
      return new Result.Taken(call.get());
    } catch (CallRefused refused) {
      return new Result.Refused(refused.status(), sentence(refused), refused.retryAfter());
    } catch (NoAnswer noAnswer) {
      return new Result.Refused(
          NO_ANSWER,
          Away.unsure(noAnswer, "sent", "Your words are kept here."),
          Optional.of(Duration.ofMinutes(1)));
    }
  }

  static String sentence(CallRefused refused) {
    if (refused.status() == SIGNED_OUT) {
      return "Your sign-in has ended. Your words are kept here: send them again and sign in.";
    }
    if (refused.status() == NOT_FOUND) {
      return "Your response was not sent: what it answers is not public any more."
          + " Your words are kept here, so that you can copy them.";
    }
    var fields =
        refused.fields().stream().map(FieldProblem::sentence).collect(Collectors.joining(" "));
    return fields.isEmpty() ? refused.detail() : fields;
  }
}
