package org.openletter.embedded.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One try of one connection to prove that it knows the password: two messages from the client, two
/// from the server.
final class Scram {

  static final String MECHANISM = "SCRAM-SHA-256";

  private static final int NONCE_BYTES = 24;

  private final ScramKeys keys;
  private final boolean withEmptyEnd;
  private final String header;
  private final String clientFirst;
  private final String nonce;
  private final String serverFirst;
  private boolean proven;

  private Scram(ScramKeys keys, boolean withEmptyEnd, String header, String clientFirst) {
    this.keys = keys;
    this.withEmptyEnd = withEmptyEnd;
    this.header = header;
    this.clientFirst = clientFirst;
    byte[] random = new byte[NONCE_BYTES];
    new SecureRandom().nextBytes(random);
    this.nonce = attributes(clientFirst).get("r") + base64(random);
    this.serverFirst = "r=" + nonce + ",s=" + base64(keys.salt()) + ",i=" + ScramKeys.ITERATIONS;
  }

  /// Begins with the first message of a client, or null when it is none of this server's user.
  ///
  /// @param withEmptyEnd whether the client wants one more, empty exchange at the end
  static @Nullable Scram begin(ScramKeys keys, byte[] message, boolean withEmptyEnd) {
    String text = new String(message, StandardCharsets.UTF_8);
    int bare = text.indexOf(",,") + 2;
    // "n" and "y" come without channel binding, which needs TLS.
    if (bare < 2 || !(text.startsWith("n,") || text.startsWith("y,"))) {
      return null;
    }
    Map<String, String> attributes = attributes(text.substring(bare));
    boolean known = Password.USER.equals(attributes.get("n"));
    return known && !attributes.getOrDefault("r", "").isEmpty()
        ? new Scram(keys, withEmptyEnd, text.substring(0, bare), text.substring(bare))
        : null;
  }

  byte[] serverFirst() {
    return serverFirst.getBytes(StandardCharsets.UTF_8);
  }

  /// The answer to the proof, or null when it proves nothing.
  byte @Nullable [] proved(byte[] message) {
    String text = new String(message, StandardCharsets.UTF_8);
    int proofAt = text.lastIndexOf(",p=");
    Map<String, String> attributes = attributes(text);
    if (proven
        || proofAt < 0
        || !nonce.equals(attributes.get("r"))
        || !base64(header.getBytes(StandardCharsets.UTF_8)).equals(attributes.get("c"))) {
      return null;
    }
    String messages = clientFirst + "," + serverFirst + "," + text.substring(0, proofAt);
    byte[] proof;
    try {
      proof = Base64.getDecoder().decode(text.substring(proofAt + 3));
    } catch (IllegalArgumentException e) {
      return null;
    }
    proven = keys.proves(proof, messages);
    return proven
        ? ("v=" + base64(keys.signature(messages))).getBytes(StandardCharsets.UTF_8)
        : null;
  }

  /// Whether the proof was good.
  boolean isProven() {
    return proven;
  }

  boolean isWithEmptyEnd() {
    return withEmptyEnd;
  }

  private static Map<String, String> attributes(String message) {
    Map<String, String> attributes = new HashMap<>();
    for (String attribute : message.split(",", -1)) {
      if (attribute.length() > 1 && attribute.charAt(1) == '=') {
        attributes.put(attribute.substring(0, 1), attribute.substring(2));
      }
    }
    return attributes;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
