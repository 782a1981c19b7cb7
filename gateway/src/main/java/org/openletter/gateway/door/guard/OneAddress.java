package org.openletter.gateway.door.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/// Leads from a way of writing the address of a page to the one that it has, for good and with all
/// parameters: without a slash at the end, and with a handle in small letters. It stands before the
/// cache, so that a page is kept once.
final class OneAddress extends OncePerRequestFilter {

  /// Addresses of programs and of the authorization server mean what they say.
  private static final List<String> NO_PAGES = List.of("/api/", "/id/");

  private static final Pattern OF_PEOPLE =
      Pattern.compile("/(?:feeds/)?people/[A-Za-z0-9_-]{3,30}(?:\\.[a-z]{1,8})?");

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return !List.of("GET", "HEAD").contains(request.getMethod())
        || NO_PAGES.stream().anyMatch(path::startsWith);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = request.getRequestURI();
    String one = one(path);
    if (one.equals(path)) {
      chain.doFilter(request, response);
      return;
    }
    String query = request.getQueryString();
    response.setStatus(HttpServletResponse.SC_PERMANENT_REDIRECT);
    response.setHeader("Location", query == null ? one : one + "?" + query);
  }

  /// The one address of the page that is meant. An address with two slashes never comes here.
  static String one(String path) {
    String open = path.length() > 1 && path.endsWith("/") ? cut(path) : path;
    return OF_PEOPLE.matcher(open).matches() ? open.toLowerCase(Locale.ROOT) : open;
  }

  private static String cut(String path) {
    return path.substring(0, path.length() - 1);
  }
}
