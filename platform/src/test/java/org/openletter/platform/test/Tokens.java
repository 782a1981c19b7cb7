package org.openletter.platform.test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/// Tokens as the authorization server makes them, and wrong ones of every kind.
public final class Tokens {

  /// The issuer of the default origin.
  public static final String ISSUER = "http://localhost:8080/id";

  private static final List<String> ALL_SERVICES =
      List.of("posts-service", "comments-service", "profiles-service", "moderation-service");

  private static final RSAKey KEY = key();
  private static final RSAKey FOREIGN_KEY = key();

  private Tokens() {}

  /// A person with these roles, for all four services.
  public static String person(String accountId, String handle, String... roles) {
    return sign(KEY, person(accountId, handle, ALL_SERVICES, roles).build());
  }

  /// A person whose token was issued then.
  public static String personSince(
      Instant issuedAt, String accountId, String handle, String... roles) {
    return sign(
        KEY, person(accountId, handle, ALL_SERVICES, roles).issueTime(Date.from(issuedAt)).build());
  }

  /// A service's own token; its audience is the prefix of its scopes.
  public static String service(String clientId, String scopes) {
    String audience = scopes.substring(0, scopes.indexOf('.'));
    return sign(
        KEY,
        claims(clientId).audience(audience).claim("scope", List.of(scopes.split(" "))).build());
  }

  /// A person's token that ended an hour ago.
  public static String expired() {
    Instant then = Instant.now().minus(Duration.ofHours(1));
    return sign(
        KEY,
        person("expired00000", "expired", ALL_SERVICES, "member")
            .expirationTime(Date.from(then))
            .build());
  }

  /// A person's token signed with somebody else's key.
  public static String foreignKey() {
    return sign(
        FOREIGN_KEY, person("foreign00000", "foreign", ALL_SERVICES, "member", "admin").build());
  }

  /// A person's token for some other application.
  public static String wrongAudience() {
    return sign(KEY, person("elsewhere000", "elsewhere", List.of("gateway"), "member").build());
  }

  /// A person's token of some other issuer.
  public static String wrongIssuer() {
    return sign(
        KEY,
        person("stranger0000", "stranger", ALL_SERVICES, "member")
            .issuer("https://issuer.example")
            .build());
  }

  /// The published keys as JSON.
  public static String jwks() {
    return new JWKSet(KEY.toPublicJWK()).toString();
  }

  /// Any claims, signed with the platform's key.
  public static String sign(JWTClaimsSet claims) {
    return sign(KEY, claims);
  }

  private static JWTClaimsSet.Builder person(
      String accountId, String handle, List<String> audience, String... roles) {
    return claims(accountId)
        .audience(audience)
        .claim("handle", handle)
        .claim("name", handle)
        .claim("joined", "2026-01-01")
        .claim("roles", List.of(roles));
  }

  private static JWTClaimsSet.Builder claims(String subject) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .subject(subject)
        .issueTime(Date.from(now))
        .notBeforeTime(Date.from(now.minusSeconds(5)))
        .expirationTime(Date.from(now.plusSeconds(300)));
  }

  private static String sign(RSAKey key, JWTClaimsSet claims) {
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static RSAKey key() {
    try {
      return new RSAKeyGenerator(2048)
          .keyIDFromThumbprint(true)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
