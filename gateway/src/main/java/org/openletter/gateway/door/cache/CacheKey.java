package org.openletter.gateway.door.cache;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openletter.gateway.door.session.SessionCookie;

/// Tells which requests may be answered with a kept page, and which one.
final class CacheKey {

  private static final int LONGEST_PATH = 320;

  /// The only parameters that change a public page. With any other the page is made anew and not
  /// kept.
  private static final List<String> PARAMETERS = List.of("after", "before", "order");

  private static final int LONGEST_VALUE = 200;

  private static final Pattern LETTER = Pattern.compile("/letters/([0-9a-z]{12})/.*");

  /// A letter's id as a part of an address in which something is done to it: on its own pages, in
  /// the studio, in the queue, in the API.
  private static final Pattern CONCERNS = Pattern.compile("/([0-9a-z]{12})(?=/|$)");

  private CacheKey() {}

  /// The key of this request; empty when it must be answered anew.
  ///
  /// @param sameForStrangers whether its page is the same for everybody who is not signed in
  static Optional<String> of(
      HttpServletRequest request,
      SessionCookie cookie,
      Predicate<HttpServletRequest> sameForStrangers) {
    boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    String path = request.getRequestURI();
    if (!reads
        || cookie.isIn(request)
        || request.getHeader("Authorization") != null
        || request.getHeader("HX-Request") != null
        || request.getHeader("Range") != null
        || path.length() > LONGEST_PATH
        // Written in another way, its letter could not be told from its key.
        || path.startsWith("/letters/") && !LETTER.matcher(path).matches()
        || !sameForStrangers.test(request)) {
      return Optional.empty();
    }
    return query(request.getParameterMap()).map(query -> path + '?' + query);
  }

  /// The letter that the page with this key belongs to; empty for lists and other pages.
  static Optional<String> letter(String key) {
    Matcher letter = LETTER.matcher(key);
    return letter.matches() ? Optional.of(letter.group(1)) : Optional.empty();
  }

  /// The letters that a request to this path may change.
  static List<String> concerned(String path) {
    // A stranger's words are kept for her and change nothing.
    if (path.endsWith("/draft-comment")) {
      return List.of();
    }
    return CONCERNS.matcher(path).results().map(found -> found.group(1)).toList();
  }

  private static Optional<String> query(Map<String, String[]> parameters) {
    boolean known =
        parameters.entrySet().stream()
            .allMatch(p ->
                PARAMETERS.contains(p.getKey())
                    && p.getValue().length == 1
                    && p.getValue()[0].length() <= LONGEST_VALUE);
    if (!known) {
      return Optional.empty();
    }
    StringBuilder query = new StringBuilder();
    PARAMETERS.forEach(
        name -> query.append(Arrays.toString(parameters.getOrDefault(name, new String[0]))));
    return Optional.of(query.toString());
  }
}
