package org.openletter.gateway.door.person;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/// The token of every form is part of the sign-in, so a stranger has none, gets no cookie for one,
/// and a new sign-in brings a new one.
public final class CsrfOfPerson implements CsrfTokenRepository {

  private static final String HEADER = "X-CSRF-TOKEN";
  private static final String FIELD = "_csrf";

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    // Never stored, hence never right.
    return token(UUID.randomUUID().toString());
  }

  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    // It is kept with the sign-in.
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    return Person.current().map(SignedIn::csrf).map(CsrfOfPerson::token).orElse(null);
  }

  /// Whether this request carries any such token, right or wrong.
  static boolean isIn(HttpServletRequest request) {
    return request.getHeader(HEADER) != null || request.getParameter(FIELD) != null;
  }

  /// Whether this request carries no such token, or an empty one: then its form was shown to
  /// somebody who was not recognised.
  public static boolean isWithoutToken(HttpServletRequest request) {
    return isBlank(request.getHeader(HEADER)) && isBlank(request.getParameter(FIELD));
  }

  private static boolean isBlank(@Nullable String token) {
    return token == null || token.isBlank();
  }

  static CsrfToken token(String value) {
    return new DefaultCsrfToken(HEADER, FIELD, value);
  }
}
