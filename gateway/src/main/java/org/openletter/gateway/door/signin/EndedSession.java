package org.openletter.gateway.door.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.openletter.gateway.door.draft.Parked;
import org.openletter.gateway.door.person.FormTokens;
import org.springframework.stereotype.Component;

/// Ends a session that has run out, in the middle of whatever its person was doing. What she sends
/// just now stays hers, and what waited for her goes on waiting.
@Component
class EndedSession {

  private final Parked parked;
  private final FormTokens formTokens;

  EndedSession(Parked parked, FormTokens formTokens) {
    this.parked = parked;
    this.formTokens = formTokens;
  }

  void end(HttpServletRequest request, HttpSession session, String accountId) {
    parked.outlive(request, session::invalidate);
    formTokens.ended(request, accountId);
  }
}
