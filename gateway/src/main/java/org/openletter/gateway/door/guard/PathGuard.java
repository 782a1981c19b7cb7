package org.openletter.gateway.door.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.openletter.gateway.door.error.Trouble;
import org.openletter.gateway.door.error.Troubles;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses addresses that two readers could understand in two ways, methods that nothing here has,
/// and bodies that are too long by their own word.
final class PathGuard extends OncePerRequestFilter {

  /// Encoded slash, backslash, dot, percent or control; a parameter in a path; a double slash; a
  /// step up.
  private static final Pattern AMBIGUOUS =
      Pattern.compile("(?i)%(2f|5c|2e|25|3b|[01][0-9a-f]|7f)|;|\\\\|//|/\\.{1,2}(/|$)");

  private static final String METHODS = "GET, HEAD, POST, PUT, DELETE, PATCH, OPTIONS";

  private static final Set<String> KNOWN = Set.of(METHODS.split(", "));

  /// The largest import and a little for the form around it.
  private static final long LARGE_BODY = 33L << 20;

  private final Troubles troubles;
  private final long largest;
  private final List<String> largeBodies;

  /// @param largest bytes of a body
  /// @param largeBodies beginnings of paths that take imports
  PathGuard(Troubles troubles, long largest, List<String> largeBodies) {
    this.troubles = troubles;
    this.largest = largest;
    this.largeBodies = largeBodies;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = request.getRequestURI();
    long limit = largeBodies.stream().anyMatch(path::startsWith) ? LARGE_BODY : largest;
    if (AMBIGUOUS.matcher(path).find()) {
      troubles.tell(request, response, Trouble.unreadable());
    } else if (!KNOWN.contains(request.getMethod())) {
      response.setHeader("Allow", METHODS);
      troubles.tell(request, response, Trouble.wrongMethod());
    } else if (request.getContentLengthLong() > limit) {
      response.setHeader("Connection", "close");
      troubles.tell(request, response, Trouble.tooLarge(limit));
    } else {
      chain.doFilter(request, response);
    }
  }
}
