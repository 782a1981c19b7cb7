package org.openletter.profiles;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.openletter.platform.limit.AddressBlocks;

/// A browser in front of this service: keeps its cookies and fills forms. It is at the public
/// origin, as the gateway would have it, and does not follow redirects on its own.
public final class Browser {

  public static final String ORIGIN = "http://localhost:8080";

  private static final AtomicInteger BLOCKS = new AtomicInteger();

  // `block.key` of the tests.
  private static final String SECRET = "Zm9yLXRlc3RzLW9ubHktMzItYnl0ZXMtYWFhYWFhYWE=";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String service;
  private String block;
  private final Map<String, String> cookies = new LinkedHashMap<>();

  /// A browser in a block of addresses of its own.
  public Browser(int port) {
    this(port, "block " + BLOCKS.incrementAndGet());
  }

  /// A browser in this block of addresses.
  public Browser(int port, String block) {
    this.service = "http://127.0.0.1:" + port;
    this.block = new AddressBlocks(SECRET).told(block);
  }

  /// One answer.
  public record Page(int status, String location, HttpResponse<String> response) {

    public Document html() {
      return Jsoup.parse(response.body());
    }

    public String text() {
      return html().text();
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  /// Opens an address: a path, or one of the public origin.
  public Page open(String address) {
    return send(request(address).GET());
  }

  /// Opens an address and everything it leads to within this service.
  public Page follow(String address) {
    Page page = open(address);
    for (int hops = 0; hops < 5 && isHere(page.location()); hops++) {
      page = open(page.location());
    }
    return page;
  }

  /// Sends the form of a page with these fields; hidden ones go along.
  public Page submit(Page page, Map<String, String> fields) {
    Element form = page.html().selectFirst("main form");
    if (form == null) {
      throw new AssertionError("no form on: " + page.text());
    }
    Map<String, String> all = new LinkedHashMap<>();
    for (Element hidden : form.select("input[type=hidden]")) {
      all.put(hidden.attr("name"), hidden.attr("value"));
    }
    all.putAll(fields);
    return post(form.attr("action"), all);
  }

  public Page post(String address, Map<String, String> fields) {
    return send(
        request(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(encode(fields))));
  }

  public String cookie(String name) {
    return cookies.getOrDefault(name, "");
  }

  public Browser withCookie(String name, String value) {
    cookies.put(name, value);
    return this;
  }

  /// Opens the link of a page that leads to this address, with whatever it carries.
  public Page openLink(Page page, String address) {
    Element link = page.html().selectFirst("a[href^=" + address + "]");
    if (link == null) {
      throw new AssertionError("no link to " + address + " on: " + page.text());
    }
    return open(link.attr("href"));
  }

  /// It does not come through the gateway.
  public Browser inNoBlock() {
    block = "somewhere.made-up";
    return this;
  }

  public static String encode(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String address) {
    String path = address.startsWith(ORIGIN) ? address.substring(ORIGIN.length()) : address;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(service + path))
            .timeout(Duration.ofSeconds(20))
            .header("Accept", "text/html")
            .header(AddressBlocks.HEADER, block);
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(e -> e.getKey() + "=" + e.getValue())
              .collect(Collectors.joining("; ")));
    }
    return request;
  }

  private Page send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      for (String set : response.headers().allValues("set-cookie")) {
        String pair = set.substring(0, set.indexOf(';'));
        cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
      }
      String location = response.headers().firstValue("location").orElse("");
      return new Page(response.statusCode(), location, response);
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }

  private static boolean isHere(String location) {
    return location.startsWith("/id/") || location.startsWith(ORIGIN + "/id/");
  }
}
