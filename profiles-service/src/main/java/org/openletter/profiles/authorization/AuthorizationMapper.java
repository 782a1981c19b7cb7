package org.openletter.profiles.authorization;

import java.security.Principal;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization.Token;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/// Authorizations as documents. Field by field: no class name from the database is ever used.
final class AuthorizationMapper {

  /// The attribute with the version that was read; absent in one that was never stored.
  static final String VERSION = "openletter.version";

  /// The attribute with the refresh token, as it is stored, that is being exchanged.
  static final String EXCHANGED = "openletter.exchanged";

  private static final List<String> PARAMETERS =
      List.of("code_challenge", "code_challenge_method", "nonce");

  private AuthorizationMapper() {}

  /// What never changes.
  static Document fixed(OAuth2Authorization authorization, Instant now) {
    return new Document("_id", authorization.getId())
        .append("client", authorization.getRegisteredClientId())
        .append("account", authorization.getPrincipalName())
        .append("scopes", List.copyOf(authorization.getAuthorizedScopes()))
        .append("started", Date.from(now))
        .append("request", request(authorization));
  }

  /// The tokens as they are now, by the name of their field.
  static Document tokens(OAuth2Authorization authorization) {
    Document tokens = new Document();
    for (TokenKind kind : TokenKind.values()) {
      Token<? extends OAuth2Token> token = authorization.getToken(kind.token());
      if (token != null) {
        tokens.append(kind.field(), token(kind, token));
      }
    }
    return tokens;
  }

  private static Document request(OAuth2Authorization authorization) {
    OAuth2AuthorizationRequest request =
        authorization.getAttribute(OAuth2AuthorizationRequest.class.getName());
    if (request == null) {
      throw new IllegalArgumentException("only sign-ins are stored");
    }
    Document stored =
        new Document("uri", request.getAuthorizationUri())
            .append("redirect", request.getRedirectUri())
            .append("state", request.getState());
    for (String name : PARAMETERS) {
      stored.append(name, request.getAdditionalParameters().get(name));
    }
    return stored;
  }

  private static Document token(TokenKind kind, Token<? extends OAuth2Token> token) {
    Document stored =
        new Document("hash", kind.hashOf(token.getToken().getTokenValue()))
            .append("issued", date(token.getToken().getIssuedAt()))
            .append("expires", date(token.getToken().getExpiresAt()))
            .append("invalid", token.isInvalidated());
    Map<String, Object> claims = token.getClaims();
    if (kind == TokenKind.ID && claims != null) {
      Document kept = new Document();
      claims.forEach((name, value) -> kept.append(name, plain(value)));
      stored.append("claims", kept);
    }
    return stored;
  }

  private static Object plain(Object claim) {
    return switch (claim) {
      case Instant instant -> Date.from(instant);
      case Collection<?> many -> many.stream().map(Object::toString).toList();
      case Boolean yes -> yes;
      default -> claim.toString();
    };
  }

  /// The authorization of a document. The token with the presented value gets it back; of the
  /// others only the hash is known.
  static OAuth2Authorization read(
      Document stored, RegisteredClient client, @Nullable String presented) {
    String account = stored.getString("account");
    OAuth2Authorization.Builder authorization =
        OAuth2Authorization.withRegisteredClient(client)
            .id(stored.getString("_id"))
            .principalName(account)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .authorizedScopes(scopes(stored))
            .attribute(VERSION, stored.getLong("version"))
            .attribute(OAuth2AuthorizationRequest.class.getName(), readRequest(stored, client))
            .attribute(
                Principal.class.getName(),
                UsernamePasswordAuthenticationToken.authenticated(account, null, List.of()));
    Document exchanged = stored.get("exchanged", Document.class);
    if (exchanged != null) {
      authorization.attribute(EXCHANGED, exchanged);
    }
    for (TokenKind kind : TokenKind.values()) {
      Document token = stored.get(kind.field(), Document.class);
      if (token != null) {
        String hash = token.getString("hash");
        String value =
            presented != null && kind.hash(presented).equals(hash)
                ? presented
                : TokenKind.restored(hash);
        authorization.token(readToken(kind, token, value, stored), metadata(token));
      }
    }
    return authorization.build();
  }

  private static OAuth2AuthorizationRequest readRequest(Document stored, RegisteredClient client) {
    Document request = stored.get("request", Document.class);
    Map<String, Object> parameters = new HashMap<>();
    for (String name : PARAMETERS) {
      String value = request.getString(name);
      if (value != null) {
        parameters.put(name, value);
      }
    }
    return OAuth2AuthorizationRequest.authorizationCode()
        .authorizationUri(request.getString("uri"))
        .clientId(client.getClientId())
        .redirectUri(request.getString("redirect"))
        .scopes(scopes(stored))
        .state(request.getString("state"))
        .additionalParameters(parameters)
        .build();
  }

  private static OAuth2Token readToken(
      TokenKind kind, Document token, String value, Document stored) {
    Instant issued = token.getDate("issued").toInstant();
    Instant expires = token.getDate("expires").toInstant();
    return switch (kind) {
      case CODE -> new OAuth2AuthorizationCode(value, issued, expires);
      case ACCESS ->
          new OAuth2AccessToken(
              OAuth2AccessToken.TokenType.BEARER, value, issued, expires, scopes(stored));
      case REFRESH -> new OAuth2RefreshToken(value, issued, expires);
      case ID -> new OidcIdToken(value, issued, expires, claims(token));
    };
  }

  private static java.util.function.Consumer<Map<String, Object>> metadata(Document token) {
    return metadata -> {
      metadata.put(Token.INVALIDATED_METADATA_NAME, token.getBoolean("invalid", false));
      if (token.containsKey("claims")) {
        metadata.put(Token.CLAIMS_METADATA_NAME, claims(token));
      }
    };
  }

  private static Map<String, Object> claims(Document token) {
    Map<String, Object> claims = new HashMap<>();
    token
        .get("claims", new Document())
        .forEach(
            (name, value) -> claims.put(name, value instanceof Date d ? d.toInstant() : value));
    return claims;
  }

  private static Set<String> scopes(Document stored) {
    return new HashSet<>(stored.getList("scopes", String.class, List.of()));
  }

  private static @Nullable Date date(@Nullable Instant instant) {
    return instant == null ? null : Date.from(instant);
  }
}
