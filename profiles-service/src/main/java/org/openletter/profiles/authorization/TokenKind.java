package org.openletter.profiles.authorization;

import org.jspecify.annotations.Nullable;
import org.openletter.platform.secret.Sha256;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/// The kinds of tokens of one authorization, and what the database keeps of them: a hash, so a copy
/// of it is of no use to anybody.
enum TokenKind {
  CODE("code", OAuth2AuthorizationCode.class),
  ACCESS("access_token", OAuth2AccessToken.class),
  REFRESH("refresh_token", OAuth2RefreshToken.class),
  ID("id_token", OidcIdToken.class);

  /// Stands before the hash where a token is restored without its value. No token has a colon.
  private static final String RESTORED = "hash:";

  private final String type;
  private final Class<? extends OAuth2Token> token;

  TokenKind(String type, Class<? extends OAuth2Token> token) {
    this.type = type;
    this.token = token;
  }

  /// The kind that the library calls so; null when we make no such token.
  static @Nullable TokenKind of(OAuth2TokenType type) {
    for (TokenKind kind : values()) {
      if (kind.type.equals(type.getValue())) {
        return kind;
      }
    }
    return null;
  }

  /// The name of the field in the document.
  String field() {
    return type;
  }

  Class<? extends OAuth2Token> token() {
    return token;
  }

  /// The hash of a value that somebody presents.
  String hash(String presented) {
    // The kind belongs to it: a used refresh token is something else than an old ID token.
    return type.charAt(0) + Sha256.hex(presented);
  }

  /// The value of a token that is restored from its hash alone.
  static String restored(String hash) {
    return RESTORED + hash;
  }

  /// The hash of a token of ours, whether it was made just now or restored.
  String hashOf(String value) {
    return value.startsWith(RESTORED) ? value.substring(RESTORED.length()) : hash(value);
  }
}
