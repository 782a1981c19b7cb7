package org.openletter.gateway.door.signin;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.door.person.SignedIn;

/// What the token endpoint gave. It came straight from there, so its tokens are read here, not
/// checked again; every service checks them for itself.
///
/// @param refreshToken good for one use
record TokenAnswer(String accessToken, String refreshToken, String idToken) {

  /// The person these tokens speak of, who signed in at `since` and exchanged them `turn` times.
  /// How long the access token is good is counted from `now`: the clock of the authorization server
  /// may be another one.
  SignedIn person(String csrf, Instant since, int turn, Instant now) {
    try {
      JWTClaimsSet claims = JWTParser.parse(accessToken).getJWTClaimsSet();
      String handle = text(claims.getStringClaim("handle"), "handle");
      String name = claims.getStringClaim("name");
      List<String> roles = claims.getStringListClaim("roles");
      return new SignedIn(
          text(claims.getSubject(), "sub"),
          handle,
          name == null ? handle : name,
          roles == null ? Set.of() : Set.copyOf(roles),
          accessToken,
          instant(claims.getIssueTime()),
          now.plus(life(claims)),
          refreshToken,
          idToken,
          csrf,
          since,
          turn,
          JWTParser.parse(idToken).getJWTClaimsSet().getBooleanClaim("without_leave_key"));
    } catch (ParseException notAToken) {
      throw new IllegalStateException(
          "the token endpoint gave something else than a JWT", notAToken);
    }
  }

  private static Duration life(JWTClaimsSet claims) {
    Date from =
        claims.getNotBeforeTime() == null ? claims.getIssueTime() : claims.getNotBeforeTime();
    return from == null || claims.getExpirationTime() == null
        ? Duration.ZERO
        : Duration.between(from.toInstant(), claims.getExpirationTime().toInstant());
  }

  private static String text(@Nullable String value, String claim) {
    if (value == null) {
      throw new IllegalStateException("the token endpoint gave a token without " + claim);
    }
    return value;
  }

  // A token without a time counts as long ago: it is exchanged at once.
  private static Instant instant(@Nullable Date date) {
    return date == null ? Instant.EPOCH : date.toInstant();
  }
}
