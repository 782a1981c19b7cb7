package org.openletter.profiles;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.List;
import java.util.Objects;

/// What a token says, read without checking it.
public record Claims(String kid, JWTClaimsSet claims) {

  public static Claims of(String token) {
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      return new Claims(Objects.requireNonNull(jwt.getHeader().getKeyID()), jwt.getJWTClaimsSet());
    } catch (ParseException notAToken) {
      throw new AssertionError(token, notAToken);
    }
  }

  public String text(String claim) {
    return String.valueOf(claims.getClaim(claim));
  }

  public List<String> list(String claim) {
    try {
      return claim.equals("aud") ? claims.getAudience() : claims.getStringListClaim(claim);
    } catch (ParseException noList) {
      throw new AssertionError(claim, noList);
    }
  }

  public boolean has(String claim) {
    return claims.getClaim(claim) != null;
  }

  public long seconds(String claim) {
    try {
      return claims.getDateClaim(claim).toInstant().getEpochSecond();
    } catch (ParseException noDate) {
      throw new AssertionError(claim, noDate);
    }
  }
}
