package org.openletter.platform.limit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.secret.Hmac;

/// Names blocks of addresses without saying which they are, and lets the gateway tell such a name
/// to the service that counts by it. Both hold the same secret (`block.key`), so nobody else can
/// make up a block.
public final class AddressBlocks {

  /// The header in which the gateway tells it. One that came from outside is never passed on.
  public static final String HEADER = "X-Openletter-Block";

  private final Hmac hmac;

  /// Blocks named with this secret.
  public AddressBlocks(String secret) {
    this.hmac = Hmac.sha256(secret);
  }

  /// The name of the block with this prefix: a keyed hash, the same for all its addresses.
  public String name(byte[] prefix) {
    return mac("block", prefix);
  }

  /// The name as it travels, with the proof that it comes from the gateway.
  public String told(String name) {
    return name + "." + proof(name);
  }

  /// The name in a header; empty when there is none, or the proof is not ours.
  public Optional<String> read(@Nullable String header) {
    int dot = header == null ? -1 : header.indexOf('.');
    if (header == null || dot < 0) {
      return Optional.empty();
    }
    String name = header.substring(0, dot);
    byte[] proof = header.substring(dot + 1).getBytes(UTF_8);
    return MessageDigest.isEqual(proof, proof(name).getBytes(UTF_8))
        ? Optional.of(name)
        : Optional.empty();
  }

  private String proof(String name) {
    return mac("told", name.getBytes(UTF_8));
  }

  private String mac(String use, byte[] bytes) {
    byte[] hash = hmac.of((use + "\n").getBytes(UTF_8), bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }
}
