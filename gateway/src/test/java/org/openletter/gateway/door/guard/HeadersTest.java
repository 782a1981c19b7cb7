package org.openletter.gateway.door.guard;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openletter.gateway.Browser;
import org.openletter.gateway.GatewayTest;
import org.openletter.gateway.IdentityStub;
import org.openletter.platform.test.Neighbours;
import org.openletter.platform.test.TestHttp;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class HeadersTest {

  private static final List<String> ONCE =
      List.of(
          "content-security-policy",
          "x-content-type-options",
          "referrer-policy",
          "cross-origin-opener-policy",
          "cross-origin-resource-policy",
          "permissions-policy",
          "cache-control");

  @LocalServerPort private int port;

  @Test
  void areOnEveryKindOfAnswer(TestHttp http) {
    Neighbours.wireMock()
        .stubFor(
            get(urlPathEqualTo("/posts-service/letters"))
                .willReturn(
                    okJson("{\"letters\":[]}")
                        .withHeader("Content-Security-Policy", "default-src *")
                        .withHeader("X-Content-Type-Options", "nosniff")
                        .withHeader("X-Frame-Options", "DENY")
                        .withHeader("Cache-Control", "public")));
    Neighbours.wireMock()
        .stubFor(
            get(urlPathEqualTo("/profiles-service/id/login"))
                .willReturn(ok("<p>in</p>").withHeader("Content-Security-Policy", "x")));
    Browser ana = IdentityStub.signedIn(http, "acc0000000aa", "ana", "member");
    Browser stranger = new Browser(http);
    String tag = stranger.get("/about").header("etag");

    hasAll(stranger.get("/about"), 200);
    hasAll(stranger.send(stranger.request("/about").header("If-None-Match", tag).GET()), 304);
    hasAll(stranger.get("/nowhere"), 404);
    hasAll(stranger.get("/api/v1/nowhere"), 404);
    hasAll(stranger.get("/api/v1/letters"), 200);
    hasAll(stranger.get("/id/login"), 200);
    hasAll(stranger.get("/id/oauth2/token"), 404);
    hasAll(stranger.get("/sign-in"), 302);
    hasAll(stranger.get("/inbox"), 302);
    hasAll(stranger.get("/css/look.css"), 200);
    hasAll(stranger.get("/css/none.css"), 404);
    hasAll(stranger.get("/a;b=c"), 400);
    hasAll(ana.get("/admin"), 403);
    hasAll(ana.post("/me/profile"), 403);
  }

  @Test
  void areOnWhatTheContainerRefuses() throws IOException {
    for (String line : List.of("GET /%zz HTTP/1.1", "GET /a%2fb HTTP/1.1", "GET /\\x HTTP/1.1")) {
      String answer = raw(line + "\r\nHost: localhost:8080\r\nConnection: close\r\n\r\n");

      assertThat(answer).as(line).startsWith("HTTP/1.1 400");
      assertThat(answer).as(line).doesNotContain("Tomcat").doesNotContain("Exception");
    }
  }

  @Test
  void believeNoHostAndNoForwardedHeader() throws IOException {
    String answer =
        raw(
            """
            GET /inbox HTTP/1.1
            Host: evil.example
            X-Forwarded-Host: evil.example
            X-Forwarded-Proto: https
            X-Forwarded-Prefix: //evil.example
            Forwarded: host=evil.example;proto=https
            Connection: close

            """
                .replace("\n", "\r\n"));

    assertThat(answer).startsWith("HTTP/1.1 302").doesNotContain("evil.example");
  }

  @Test
  void keepWhatASignedInPersonSeesOutOfEveryCache(TestHttp http) {
    Browser ana = IdentityStub.signedIn(http, "acc0000000aa", "ana", "member");

    TestHttp.Answer page = ana.get("/about");

    assertThat(page.header("cache-control")).isEqualTo("no-store");
    assertThat(page.header("etag")).isEmpty();
    assertThat(page.body()).contains("Signed in as");
  }

  @Test
  void saysNothingOfTheServer(TestHttp http) {
    TestHttp.Answer page = new Browser(http).get("/about");

    assertThat(page.headers().map().keySet())
        .doesNotContain("server", "x-powered-by", "via", "x-application-context");
  }

  private static void hasAll(TestHttp.Answer answer, int status) {
    assertThat(answer.status()).isEqualTo(status);
    for (String name : ONCE) {
      assertThat(answer.headers().allValues(name)).as(name + " of a " + status).hasSize(1);
    }
    assertThat(answer.header("content-security-policy"))
        .startsWith("default-src 'none'; script-src 'self'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(answer.headers().map()).doesNotContainKey("x-frame-options");
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
