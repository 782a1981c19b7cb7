package org.openletter.platform.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

/// The keys that tokens are checked with. profiles-service brings its own; everybody else asks it.
@FunctionalInterface
public interface TokenKeys {

  /// The published keys.
  JWKSource<SecurityContext> source();
}
