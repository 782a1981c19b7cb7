package org.openletter.profiles.tries;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openletter.platform.secret.Hmac;
import org.openletter.platform.secret.Secrets;
import org.openletter.profiles.name.Handle;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// Remembers in the browser alone (cookie `known`) to which handles somebody signed in with it, so
/// that strangers' wrong tries cannot keep her out. For each there is the day and a MAC over the
/// day and the handle, and no id: who finds the cookie learns no name, and who has the name but not
/// the key can make none. It opens nothing by itself.
@Component
public class KnownBrowsers {

  private static final Duration KEPT = Duration.ofDays(180);

  /// Handles of one browser; the one that signed in longest ago is forgotten first.
  private static final int MOST = 5;

  private static final int MAC_BYTES = 16;

  private final String name;
  private final boolean https;
  private final Hmac hmac;
  private final Clock clock;

  KnownBrowsers(@Value("${openletter.origin}") URI origin, Secrets secrets, Clock clock) {
    this.https = "https".equals(origin.getScheme());
    this.name = https ? "__Host-known" : "known";
    this.hmac = Hmac.sha256("known browsers\n" + secrets.read("signing.key"));
    this.clock = clock;
  }

  /// Whether somebody signed in to this handle with this browser in the last 180 days.
  public boolean knows(HttpServletRequest request, Handle handle) {
    return marks(request).stream().anyMatch(mark -> isOf(mark, handle));
  }

  /// Somebody has just signed in to this handle with this browser.
  public void remember(HttpServletRequest request, HttpServletResponse response, Handle handle) {
    long day = today().toEpochDay();
    String marks =
        Stream.concat(
                Stream.of(day + "~" + mac(day, handle)),
                marks(request).stream().filter(mark -> !isOf(mark, handle)))
            .limit(MOST)
            .collect(Collectors.joining("."));
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(name, marks)
            .path("/")
            .httpOnly(true)
            .secure(https)
            .sameSite("Lax")
            .maxAge(KEPT)
            .build()
            .toString());
  }

  private List<String> marks(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) {
      return List.of();
    }
    return Arrays.stream(cookies)
        .filter(cookie -> cookie.getName().equals(name))
        .flatMap(cookie -> Arrays.stream(cookie.getValue().split("\\.", MOST + 1)).limit(MOST))
        .filter(mark -> mark.matches("[0-9]{1,6}~[A-Za-z0-9_-]{22}"))
        .limit(MOST)
        .toList();
  }

  private boolean isOf(String mark, Handle handle) {
    int end = mark.indexOf('~');
    long day = Long.parseLong(mark.substring(0, end));
    boolean lasts = day <= today().toEpochDay() && day + KEPT.toDays() > today().toEpochDay();
    return lasts
        && MessageDigest.isEqual(
            mark.substring(end + 1).getBytes(UTF_8), mac(day, handle).getBytes(UTF_8));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private String mac(long day, Handle handle) {
    byte[] full = hmac.of(day + "\n" + handle.value());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(full, MAC_BYTES));
  }
}
