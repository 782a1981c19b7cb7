package org.openletter.gateway.door.cache;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.openletter.platform.secret.Sha256;
import org.springframework.http.HttpHeaders;

/// One page as it was made.
final class CachedPage {

  /// What a page may say of itself; everything else is set for every answer.
  private static final List<String> KEPT_HEADERS =
      List.of(
          HttpHeaders.CONTENT_TYPE,
          HttpHeaders.CONTENT_LANGUAGE,
          HttpHeaders.LAST_MODIFIED,
          HttpHeaders.LINK);

  private final byte[] body;
  private final Map<String, String> headers;
  private final String tag;
  private final Instant made;

  /// @param headers what the page itself said of its content
  /// @param made when it was made
  CachedPage(byte[] body, Map<String, String> headers, Instant made) {
    this.body = body.clone();
    this.headers = Map.copyOf(headers);
    this.tag = tag(body);
    this.made = made;
  }

  static CachedPage of(HttpServletResponse response, byte[] body, Instant made) {
    Map<String, String> headers = new HashMap<>();
    for (String name : KEPT_HEADERS) {
      String value = response.getHeader(name);
      if (value != null) {
        headers.put(name, value);
      }
    }
    String type = response.getContentType();
    if (type != null) {
      headers.put(HttpHeaders.CONTENT_TYPE, type);
    }
    return new CachedPage(body, headers, made);
  }

  boolean isYoungerThan(Duration age, Instant now) {
    return made.plus(age).isAfter(now);
  }

  /// About what it takes in memory.
  long bytes() {
    return body.length + 512L;
  }

  /// Answers with it, or with 304 when the browser has it.
  void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    response.setHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
    response.setHeader(HttpHeaders.ETAG, tag);
    String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
    if (known != null && (known.contains(tag) || known.strip().equals("*"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setStatus(HttpServletResponse.SC_OK);
    headers.forEach(response::setHeader);
    response.setContentLength(body.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(body);
    }
  }

  // Weak, because the container does not compress what has a strong one.
  private static String tag(byte[] body) {
    return "W/\"" + HexFormat.of().formatHex(Sha256.of(body), 0, 12) + "\"";
  }
}
