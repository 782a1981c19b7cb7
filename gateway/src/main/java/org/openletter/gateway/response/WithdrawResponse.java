package org.openletter.gateway.response;

import org.openletter.platform.call.CallRefused;
import org.springframework.stereotype.Component;

/// A member takes her response back. Asking twice is not a mistake: the form may have been sent
/// again.
@Component
class WithdrawResponse {

  private static final int NOT_FOUND = 404;

  private final ResponsesClient responses;

  WithdrawResponse(ResponsesClient responses) {
    this.responses = responses;
  }

  /// Afterwards nobody sees it any more.
  void withdraw(String letterId, String id) {
    try {
      responses.withdraw(letterId, id);
    } catch (CallRefused refused) {
      if (refused.status() != NOT_FOUND) {
        throw refused;
      }
    }
  }
}
