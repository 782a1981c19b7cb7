package org.openletter.gateway.door.route;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;

/// Which headers go along to a service, and which come back. To go, a header must be on the list:
/// nothing that claims who or where the browser is can be made up outside and believed inside.
final class Luggage {

  private static final Set<String> GOES =
      Set.of(
          "accept",
          "accept-language",
          "content-type",
          "content-length",
          "transfer-encoding",
          "if-none-match",
          "if-match",
          "origin",
          "hx-request",
          "hx-target",
          "hx-current-url");

  /// Set for every answer of the gateway, or of no use outside.
  private static final List<String> STAYS =
      List.of(
          "Content-Security-Policy",
          "X-Content-Type-Options",
          "X-Frame-Options",
          "X-XSS-Protection",
          "Referrer-Policy",
          "Permissions-Policy",
          "Cross-Origin-Opener-Policy",
          "Cross-Origin-Resource-Policy",
          "Strict-Transport-Security",
          "Cache-Control",
          "Pragma",
          "Expires",
          "Vary",
          "Server",
          "X-Powered-By",
          "WWW-Authenticate",
          "Connection",
          "Keep-Alive",
          "Date");

  private Luggage() {}

  /// Keeps of a request's headers what may go.
  static Consumer<HttpHeaders> going() {
    return headers ->
        List.copyOf(headers.headerNames()).stream()
            .filter(name ->
                !GOES.contains(name.toLowerCase(Locale.ROOT)) || !isPlain(headers.getOrEmpty(name)))
            .forEach(headers::remove);
  }

  // Another site on the same host may leave cookies in any alphabet; nobody behind needs such.
  private static boolean isPlain(List<String> values) {
    return values.stream().allMatch(value -> value.chars().allMatch(c -> c >= ' ' && c <= '~'));
  }

  /// Keeps of a request's headers what may go to the authorization server, with its own cookie.
  static Consumer<HttpHeaders> going(Set<String> cookieNames) {
    return headers -> {
      String cookies =
          headers.getOrEmpty(HttpHeaders.COOKIE).stream()
              .flatMap(line -> Arrays.stream(line.split(";")))
              .map(String::strip)
              .filter(cookie -> isNamed(cookie, cookieNames))
              .collect(Collectors.joining("; "));
      going().accept(headers);
      if (!cookies.isEmpty()) {
        headers.set(HttpHeaders.COOKIE, cookies);
      }
    };
  }

  /// Removes from an answer what must not come back, cookies included.
  static void coming(HttpHeaders headers) {
    STAYS.forEach(headers::remove);
    headers.remove(HttpHeaders.SET_COOKIE);
  }

  /// The same for the authorization server, whose own cookie comes back.
  static void coming(HttpHeaders headers, Set<String> cookieNames) {
    List<String> cookies =
        headers.getOrEmpty(HttpHeaders.SET_COOKIE).stream()
            .filter(cookie -> isNamed(cookie, cookieNames))
            .toList();
    coming(headers);
    cookies.forEach(cookie -> headers.add(HttpHeaders.SET_COOKIE, cookie));
  }

  private static boolean isNamed(String cookie, Set<String> names) {
    int end = cookie.indexOf('=');
    return end > 0 && names.contains(cookie.substring(0, end));
  }
}
