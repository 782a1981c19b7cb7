package org.openletter.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/// Tokens of forms that look different on each page. One that was changed on the way is a wrong
/// token like any other: the handler behind this fails over bytes that are no text.
public final class MaskedTokens implements CsrfTokenRequestHandler {

  private final XorCsrfTokenRequestAttributeHandler masking =
      new XorCsrfTokenRequestAttributeHandler();

  /// Masks with new random bytes each time.
  public MaskedTokens() {}

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
    masking.handle(request, response, token);
  }

  @Override
  public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
    try {
      return masking.resolveCsrfTokenValue(request, token);
    } catch (IllegalArgumentException notOurs) {
      return null;
    }
  }
}
