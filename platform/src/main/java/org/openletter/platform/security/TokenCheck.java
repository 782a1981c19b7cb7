package org.openletter.platform.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openletter.platform.mongo.DatabaseAway;
import org.openletter.platform.problem.NoAnswer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/// What a token must be to count here: signed by our authorization server with RS256, for this
/// service, not ended, and not of a revoked subject.
final class TokenCheck {

  /// Clocks of one platform may differ this much; further apart, the admin is told.
  private static final Duration SKEW = Duration.ofSeconds(60);

  private static final String KEYS_OWNER = "profiles-service";

  private TokenCheck() {}

  static JwtDecoder decoder(
      TokenKeys keys, String issuer, String audience, RevokedSubjects revoked) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys.source()));
    // The validators below look at the claims.
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            List.of(
                new JwtTimestampValidator(SKEW),
                new JwtIssuerValidator(issuer),
                forAudience(audience),
                stillCounts(revoked))));
    return token -> decoded(decoder, token, audience);
  }

  // Tokens with invented key ids are many in a flood; then the keys are not asked for again, and
  // that
  // is no failure of ours but a token nobody knows.
  private static Jwt decoded(JwtDecoder decoder, String token, String service) {
    try {
      return decoder.decode(token);
    } catch (BadJwtException bad) {
      // Whoever keeps the keys asks its own database, and the library takes that for a bad token.
      if (DatabaseAway.says(bad)) {
        throw NoAnswer.ofDatabase(service, "no keys to check tokens with");
      }
      throw bad;
    } catch (JwtException failed) {
      for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
        if (cause instanceof RateLimitReachedException) {
          throw new BadJwtException("its key is not known", failed);
        }
        if (cause instanceof KeySourceException && !DatabaseAway.says(failed)) {
          throw new NoAnswer(KEYS_OWNER, "no keys to check tokens with");
        }
      }
      throw failed;
    }
  }

  private static OAuth2TokenValidator<Jwt> forAudience(String audience) {
    return token ->
        token.getAudience() != null
                && token.getAudience().contains(audience)
                && token.getExpiresAt() != null
                && token.getSubject() != null
            ? OAuth2TokenValidatorResult.success()
            : refused("this token is for somebody else");
  }

  private static OAuth2TokenValidator<Jwt> stillCounts(RevokedSubjects revoked) {
    return token -> {
      String subject = token.getSubject();
      return subject == null || revoked.revoked(subject, token.getIssuedAt())
          ? refused("this token counts no longer")
          : OAuth2TokenValidatorResult.success();
    };
  }

  private static OAuth2TokenValidatorResult refused(String why) {
    return OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", why, null));
  }

  static Collection<GrantedAuthority> authorities(Jwt token) {
    List<GrantedAuthority> granted = new ArrayList<>();
    List<String> roles = token.getClaimAsStringList("roles");
    // Only a person has roles: a service's token with such a claim would be forged.
    if (roles != null && token.getClaimAsString("handle") != null) {
      roles.forEach(role -> granted.add(new SimpleGrantedAuthority("ROLE_" + role)));
    }
    if (token.getClaimAsString("handle") == null) {
      scopes(token).forEach(scope -> granted.add(new SimpleGrantedAuthority("SCOPE_" + scope)));
    }
    return granted;
  }

  private static List<String> scopes(Jwt token) {
    Object scope = token.getClaim("scope");
    if (scope instanceof String text) {
      return List.of(text.split(" "));
    }
    List<String> list = token.getClaimAsStringList("scope");
    return list == null ? List.of() : list;
  }
}
