package org.openletter.profiles.signout;

import org.jspecify.annotations.Nullable;
import org.openletter.platform.caller.Caller;
import org.openletter.profiles.account.SecurityLog;
import org.openletter.profiles.authorization.StoredAuthorizations;
import org.openletter.profiles.session.StoredSessions;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// A person signs out. The gateway calls here with her token and the cookie of her browser's
/// session, so neither stands in an address. The cookie is in the body: with a token in the same
/// request the library would give the session another id first.
@RestController
class SignOutController {

  private final StoredAuthorizations authorizations;
  private final StoredSessions sessions;

  SignOutController(StoredAuthorizations authorizations, StoredSessions sessions) {
    this.authorizations = authorizations;
    this.sessions = sessions;
  }

  @PostMapping("/me/sign-out")
  ResponseEntity<Void> signOut(
      Caller caller, @AuthenticationPrincipal Jwt token, @RequestBody Session session) {
    authorizations.idOf(token.getTokenValue()).ifPresent(authorizations::end);
    if (session.cookie() != null) {
      sessions.leave(session.cookie(), caller.accountId());
    }
    SecurityLog.event("signed-out", caller.accountId());
    return ResponseEntity.noContent().build();
  }

  /// The session of her browser here, as its cookie names it; null when it has none.
  record Session(@Nullable String cookie) {}
}
