package org.openletter.gateway.door.person;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a session keeps of a signed-in person. It is replaced as a whole, so that its tokens always
/// belong together.
///
/// @param accountId 12 characters; never shown
/// @param name the public name in texts
/// @param roles `member`, `moderator`, `admin`; empty while the account waits for staff
/// @param accessToken what the services are shown
/// @param issuedAt when the access token was made
/// @param expiresAt when the access token ends
/// @param refreshToken what the next tokens are asked with; good for one use
/// @param idToken what a sign-out shows; always the newest, an older one is refused there
/// @param csrf what every form of hers carries
/// @param since when she signed in
/// @param turn how often the tokens were exchanged since
/// @param withoutLeaveKey whether she does not want the key that leaves a page; null when nobody
///   said so
public record SignedIn(
    String accountId,
    String handle,
    String name,
    Set<String> roles,
    String accessToken,
    Instant issuedAt,
    Instant expiresAt,
    String refreshToken,
    String idToken,
    String csrf,
    Instant since,
    int turn,
    @Nullable Boolean withoutLeaveKey) {

  /// Whether she works for the site. Such sessions are shorter.
  public boolean isStaff() {
    return roles.contains("moderator") || roles.contains("admin");
  }

  /// Whether Shift, pressed three times, leaves the page.
  public boolean leavesByKey() {
    return !Boolean.TRUE.equals(withoutLeaveKey);
  }

  /// Whether the access token is good for this long from now on.
  public boolean goodFor(Duration time, Instant now) {
    return expiresAt.isAfter(now.plus(time));
  }

  /// Says nothing of the tokens, because this may get into a log.
  @Override
  public String toString() {
    return "SignedIn[turn=" + turn + "]";
  }
}
