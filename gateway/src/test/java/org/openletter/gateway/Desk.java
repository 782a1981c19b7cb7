package org.openletter.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.openletter.platform.test.Neighbours;
import org.openletter.platform.test.TestHttp;

/// A creator at her desk: a signed-in browser, and neighbours that answer what a test tells them.
public final class Desk {

  /// Closes attributes, opens elements, runs scripts: wherever it is not escaped.
  public static final String HOSTILE =
      "\"'></textarea><script>alert(1)</script><img src=x onerror=a>";

  private final Browser browser;

  /// Signs Rosa in.
  public Desk(TestHttp http) {
    answers("GET", "/profiles-service/id/me/notices/count", "{\"unread\":0}");
    answers("GET", "/comments-service/queue/count", "{\"waiting\":1}");
    answers("GET", "/posts-service/letters/mine", "{\"letters\":[],\"next\":null}");
    browser = IdentityStub.signedIn(http, "acc0000000aa", "rosa", "member");
  }

  /// A neighbour answers this to every request of the kind.
  public static void answers(String method, String path, String json) {
    Neighbours.wireMock().stubFor(request(method, urlPathEqualTo(path)).willReturn(okJson(json)));
  }

  /// A neighbour refuses every request of the kind.
  public static void refuses(String method, String path, int status, String type, String more) {
    Neighbours.wireMock()
        .stubFor(
            request(method, urlPathEqualTo(path))
                .willReturn(
                    status(status)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody(
                            "{\"type\":\"/problems/%s\",\"detail\":\"Said by the service.\"%s}"
                                .formatted(type, more))));
  }

  /// A neighbour fails whenever it is asked this.
  public static void fails(String path) {
    Neighbours.wireMock()
        .stubFor(any(urlPathEqualTo(path)).atPriority(1).willReturn(serverError()));
  }

  /// What arrived at a neighbour.
  public static List<LoggedRequest> arrived(String method, String path) {
    return Neighbours.wireMock().getAllServeEvents().stream()
        .map(event -> event.getRequest())
        .filter(sent -> sent.getMethod().value().equals(method))
        .filter(sent -> sent.getUrl().split("\\?", 2)[0].equals(path))
        .toList();
  }

  /// Opens a page.
  public TestHttp.Answer get(String address) {
    return browser.get(address);
  }

  /// Sends a form of this site with its token.
  public TestHttp.Answer post(String address, String... fields) {
    List<String> all = new ArrayList<>(List.of("_csrf", token()));
    Stream.of(fields).forEach(all::add);
    return browser.post(address, all.toArray(String[]::new));
  }

  /// The token of her forms.
  public String token() {
    return Browser.csrf(browser.get("/about"));
  }

  /// Her browser.
  public Browser browser() {
    return browser;
  }

  /// The page in an answer.
  public static Document page(TestHttp.Answer answer) {
    return Jsoup.parse(answer.body());
  }

  /// A text as it stands in JSON.
  public static String json(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
