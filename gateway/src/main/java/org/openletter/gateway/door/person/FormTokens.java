package org.openletter.gateway.door.person;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.secret.Hmac;
import org.openletter.platform.secret.Secrets;
import org.openletter.platform.security.MaskedTokens;
import org.springframework.stereotype.Component;

/// Makes the token that each form of a signed-in person carries. It names nobody, but whether it
/// was made for a certain account can be asked, also long after the session that it was made for:
/// so words of a session that has ended go back to the person who wrote them and to nobody else who
/// signs in with the same browser.
@Component
public final class FormTokens {

  private static final int RANDOM = 18;
  private static final int MARK = 12;
  private static final int CHECK = 6;
  private static final int LENGTH = (RANDOM + MARK + CHECK) / 3 * 4;

  private static final String ENDED = FormTokens.class.getName();

  private final Hmac hmac;
  private final SecureRandom random = new SecureRandom();
  private final MaskedTokens masking = new MaskedTokens();

  FormTokens(Secrets secrets) {
    try {
      this.hmac =
          new Hmac(
              KDF.getInstance("HKDF-SHA256")
                  .deriveKey(
                      "HmacSHA256",
                      HKDFParameterSpec.ofExtract()
                          .addIKM(secrets.read("session.key").getBytes(StandardCharsets.UTF_8))
                          .thenExpand("forms".getBytes(StandardCharsets.UTF_8), 32)));
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /// Who wrote what a request sends.
  public sealed interface Writer {

    /// Nobody was signed in on the page that it came from.
    record Stranger() implements Writer {}

    /// Somebody was.
    ///
    /// @param token tells of an account whether it was hers
    record Member(String token) implements Writer {}

    /// Somebody was, and nobody can say who: the token is older than this way of making them.
    record Unknown() implements Writer {}
  }

  /// A new token for this account; no two are alike.
  public String fresh(String accountId) {
    byte[] noise = new byte[RANDOM];
    random.nextBytes(noise);
    ByteBuffer token = ByteBuffer.allocate(RANDOM + MARK + CHECK);
    token.put(noise).put(mark(noise, accountId));
    token.put(check(token.array()));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
  }

  /// Whether this token was made for this account.
  public boolean madeFor(String token, String accountId) {
    byte[] bytes = bytes(token);
    return bytes != null
        && MessageDigest.isEqual(
            Arrays.copyOfRange(bytes, RANDOM, RANDOM + MARK),
            mark(Arrays.copyOf(bytes, RANDOM), accountId));
  }

  /// Remembers whose session has ended while this request was answered.
  public void ended(HttpServletRequest request, String accountId) {
    request.setAttribute(ENDED, accountId);
  }

  /// Who wrote what this request sends.
  public Writer writer(HttpServletRequest request) {
    Optional<String> sent =
        Optional.ofNullable(
            masking.resolveCsrfTokenValue(request, CsrfOfPerson.token("x".repeat(LENGTH))));
    if (sent.filter(token -> bytes(token) != null).isPresent()) {
      return new Writer.Member(sent.get());
    }
    if (request.getAttribute(ENDED) instanceof String accountId) {
      return new Writer.Member(fresh(accountId));
    }
    return CsrfOfPerson.isIn(request) ? new Writer.Unknown() : new Writer.Stranger();
  }

  // Null for what was not made here.
  private byte @Nullable [] bytes(String token) {
    if (token.length() != LENGTH || !token.matches("[\\w-]+")) {
      return null;
    }
    byte[] bytes = Base64.getUrlDecoder().decode(token);
    byte[] check = Arrays.copyOfRange(bytes, RANDOM + MARK, bytes.length);
    return MessageDigest.isEqual(check, check(bytes)) ? bytes : null;
  }

  private byte[] mark(byte[] noise, String accountId) {
    return Arrays.copyOf(hmac.of(bytesOf("account"), noise, bytesOf(accountId)), MARK);
  }

  private byte[] check(byte[] token) {
    return Arrays.copyOf(hmac.of(bytesOf("check"), Arrays.copyOf(token, RANDOM + MARK)), CHECK);
  }

  private static byte[] bytesOf(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
