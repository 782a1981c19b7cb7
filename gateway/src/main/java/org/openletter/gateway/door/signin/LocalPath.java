package org.openletter.gateway.door.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An address of this site to come back to: a path, never another host.
///
/// @param value starts with one slash
record LocalPath(String value) {

  static final LocalPath HOME = new LocalPath("/");

  private static final int LONGEST = 500;

  /// Reads what a stranger may have written; empty for everything that could lead away or in
  /// circles.
  static Optional<LocalPath> of(@Nullable String text) {
    if (text == null
        || text.length() > LONGEST
        || !text.matches("/([!-\\[\\]-~&&[^/]][!-\\[\\]-~]*)?")) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(text);
      return uri.isAbsolute() || uri.getRawAuthority() != null || leadsInCircles(uri.getPath())
          ? Optional.empty()
          : Optional.of(new LocalPath(text));
    } catch (URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }

  /// Where the sign-in that this request begins leads back to.
  static LocalPath after(HttpServletRequest request) {
    return of(request.getParameter("from")).orElse(HOME);
  }

  private static boolean leadsInCircles(String path) {
    return Stream.of("/sign-in", "/sign-out", "/oauth2/", "/login/", "/id/", "/api/", "/error")
        .anyMatch(path::startsWith);
  }
}
