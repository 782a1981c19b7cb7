package org.openletter.profiles.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.secret.Sha256;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Compares the secrets of applications. They are 32 random bytes, so a plain hash keeps them; a
/// slow one would only make every service's token slow.
public final class ClientSecrets implements PasswordEncoder {

  @Override
  public @Nullable String encode(@Nullable CharSequence secret) {
    return secret == null ? null : hash(secret.toString());
  }

  @Override
  public boolean matches(@Nullable CharSequence secret, @Nullable String hash) {
    return secret != null
        && hash != null
        && MessageDigest.isEqual(
            hash(secret.toString()).getBytes(StandardCharsets.US_ASCII),
            hash.getBytes(StandardCharsets.US_ASCII));
  }

  static String hash(String secret) {
    return Sha256.hex(secret);
  }
}
