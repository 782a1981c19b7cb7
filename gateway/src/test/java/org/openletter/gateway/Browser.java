package org.openletter.gateway;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openletter.platform.test.TestHttp;

/// What a browser adds to a request: cookies, and where a form came from. Follows no redirect.
public final class Browser {

  /// The public origin of the tests.
  public static final String ORIGIN = "http://localhost:8080";

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private static final AtomicInteger BLOCKS = new AtomicInteger();

  private final TestHttp http;
  private final String address;
  private final Map<String, String> cookies = new ConcurrentHashMap<>();

  /// A browser without cookies, in a block of addresses of its own.
  public Browser(TestHttp http) {
    this(http, "10.%d.%d.7".formatted(BLOCKS.get() / 250, BLOCKS.getAndIncrement() % 250));
  }

  /// A browser without cookies at this address.
  public Browser(TestHttp http, String address) {
    this.http = http;
    this.address = address;
  }

  /// Its cookies by name.
  public Map<String, String> cookies() {
    return cookies;
  }

  /// Another browser with the same cookies.
  public Browser copy() {
    Browser copy = new Browser(http, address);
    copy.cookies.putAll(cookies);
    return copy;
  }

  /// Opens an address, local or at the public origin.
  public TestHttp.Answer get(String address) {
    return send(request(address).GET());
  }

  /// Sends a form that is on a page of this site.
  public TestHttp.Answer post(String address, String... fields) {
    return postFrom("/", address, fields);
  }

  /// Sends a form that is on this page of this site.
  public TestHttp.Answer postFrom(String page, String address, String... fields) {
    return send(
        request(address)
            .header("Origin", ORIGIN)
            .header("Sec-Fetch-Site", "same-origin")
            .header("Referer", ORIGIN + page)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form(fields))));
  }

  /// Sends a form and, like a browser, sends it once more where it is asked to with a 307.
  public TestHttp.Answer postTwice(String page, String address, String... fields) {
    TestHttp.Answer answer = postFrom(page, address, fields);
    return answer.status() == 307 ? postFrom(page, answer.header("location"), fields) : answer;
  }

  /// Starts any other request.
  public HttpRequest.Builder request(String address) {
    String path = address.startsWith(ORIGIN) ? address.substring(ORIGIN.length()) : address;
    HttpRequest.Builder request =
        http.request(path.isEmpty() ? "/" : path, null).header("X-Forwarded-For", this.address);
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(c -> c.getKey() + "=" + c.getValue())
              .collect(joining("; ")));
    }
    return request;
  }

  /// Sends it and keeps the cookies of the answer.
  public TestHttp.Answer send(HttpRequest.Builder request) {
    TestHttp.Answer answer = http.send(request);
    for (String cookie : answer.headers().allValues("set-cookie")) {
      String pair = cookie.split(";", 2)[0];
      String name = pair.substring(0, pair.indexOf('='));
      String value = pair.substring(pair.indexOf('=') + 1);
      if (value.isEmpty() || cookie.contains("Max-Age=0")) {
        cookies.remove(name);
      } else {
        cookies.put(name, value);
      }
    }
    return answer;
  }

  /// The token of the forms on this page.
  public static String csrf(TestHttp.Answer page) {
    Matcher found = CSRF.matcher(page.body());
    if (!found.find()) {
      throw new AssertionError("no form with a token on this page: " + page.body());
    }
    return found.group(1);
  }

  /// The parameters of an address.
  public static Map<String, String> query(String address) {
    Map<String, String> query = new HashMap<>();
    String raw = URI.create(address).getRawQuery();
    for (String pair : raw == null ? new String[0] : raw.split("&")) {
      String[] parts = pair.split("=", 2);
      query.put(
          parts[0], URLDecoder.decode(parts.length > 1 ? parts[1] : "", StandardCharsets.UTF_8));
    }
    return query;
  }

  private static String form(String... fields) {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      form.append(i == 0 ? "" : "&")
          .append(URLEncoder.encode(fields[i], StandardCharsets.UTF_8))
          .append('=')
          .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    return form.toString();
  }
}
