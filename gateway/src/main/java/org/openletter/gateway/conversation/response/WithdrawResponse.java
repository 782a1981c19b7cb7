package org.openletter.gateway.conversation.response;

import org.openletter.gateway.neighbour.comments.ResponsesClient;
import org.openletter.platform.problem.CallRefused;
import org.springframework.stereotype.Component;

/// A member takes her response back. Asking twice is not a mistake: the form may have been sent
/// again.
@Component
class WithdrawResponse {

  private final ResponsesClient responses;

  WithdrawResponse(ResponsesClient responses) {
    this.responses = responses;
  }

  /// What came of it.
  sealed interface Result {

    /// Nobody sees it any more.
    record Withdrawn() implements Result {}

    /// It has other words than those she saw; she looks at them and decides again.
    record Newer() implements Result {}

    /// The writer of the letter removed it before; it is shown to nobody.
    record Removed(String sentence) implements Result {}
  }

  /// @param version of the response that she saw
  Result withdraw(String letterId, String id, String version) {
    try {
      responses.withdraw(letterId, id, version);
      return new Result.Withdrawn();
    } catch (CallRefused refused) {
      return switch (refused.type()) {
        case "not-found" -> new Result.Withdrawn();
        case "response-changed" -> new Result.Newer();
        case "response-removed" -> new Result.Removed(refused.detail());
        default -> throw refused;
      };
    }
  }
}
