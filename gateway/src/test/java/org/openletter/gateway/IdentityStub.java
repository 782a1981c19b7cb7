package org.openletter.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.openletter.platform.test.Neighbours;
import org.openletter.platform.test.TestHttp;
import org.openletter.platform.test.Tokens;

/// Plays the authorization server for browsers of the tests.
public final class IdentityStub {

  private static final String TOKEN = "/profiles-service/id/oauth2/token";

  private IdentityStub() {}

  /// Signs somebody in from the home page.
  public static Browser signedIn(TestHttp http, String accountId, String handle, String... roles) {
    Browser browser = new Browser(http);
    signIn(browser, "/sign-in", accountId, handle, roles);
    return browser;
  }

  /// Goes the whole way from this sign-in address and returns the last answer, which leads back.
  public static TestHttp.Answer signIn(
      Browser browser, String from, String accountId, String handle, String... roles) {
    TestHttp.Answer begun = browser.get(browser.get(from).header("location"));
    gives(begun, accountId, handle, roles);
    String state = Browser.query(begun.header("location")).get("state");
    return browser.get("/login/oauth2/code/openletter?code=code-1&state=" + state);
  }

  /// Gives tokens for the sign-in that was begun with this answer.
  public static void gives(
      TestHttp.Answer begun, String accountId, String handle, String... roles) {
    Map<String, String> asked = Browser.query(begun.header("location"));
    Neighbours.wireMock()
        .stubFor(
            post(urlEqualTo(TOKEN))
                .withRequestBody(containing("grant_type=authorization_code"))
                .atPriority(1)
                .willReturn(
                    okJson(
                        answer(
                            access(accountId, handle, GatewayTest.CLOCK.instant(), roles),
                            "refresh-0",
                            idToken(accountId, asked.get("nonce"), "id-0")))));
  }

  /// What the next exchange of tokens gives.
  public static void renews(int number, String accountId, String handle, String... roles) {
    Neighbours.wireMock()
        .stubFor(
            post(urlEqualTo(TOKEN))
                .withRequestBody(containing("grant_type=refresh_token"))
                .withRequestBody(containing("refresh_token=refresh-" + (number - 1)))
                .atPriority(1)
                .willReturn(
                    okJson(
                            answer(
                                access(accountId, handle, GatewayTest.CLOCK.instant(), roles),
                                "refresh-" + number,
                                idToken(accountId, null, "id-" + number)))
                        .withFixedDelay(200)));
  }

  /// What the next exchange of tokens gives somebody who does not want the key that leaves a page.
  public static void renewsWithoutLeaveKey(
      int number, String accountId, String handle, String... roles) {
    Neighbours.wireMock()
        .stubFor(
            post(urlEqualTo(TOKEN))
                .withRequestBody(containing("refresh_token=refresh-" + (number - 1)))
                .atPriority(1)
                .willReturn(
                    okJson(
                        answer(
                            access(accountId, handle, GatewayTest.CLOCK.instant(), roles),
                            "refresh-" + number,
                            idToken(accountId, null, "id-" + number, true)))));
  }

  /// The next exchange is refused.
  public static void refuses() {
    Neighbours.wireMock()
        .stubFor(
            post(urlEqualTo(TOKEN))
                .withRequestBody(containing("grant_type=refresh_token"))
                .atPriority(1)
                .willReturn(jsonResponse("{\"error\":\"invalid_grant\"}", 400)));
  }

  /// The token endpoint fails.
  public static void fails() {
    Neighbours.wireMock()
        .stubFor(
            post(urlEqualTo(TOKEN))
                .withRequestBody(containing("grant_type=refresh_token"))
                .atPriority(1)
                .willReturn(jsonResponse("{\"error\":\"server_error\"}", 500)));
  }

  /// The next exchange is made, and its answer comes later than the gateway waits for it.
  public static void answersTooLate() {
    Neighbours.wireMock()
        .stubFor(
            post(urlEqualTo(TOKEN))
                .withRequestBody(containing("grant_type=refresh_token"))
                .atPriority(1)
                .willReturn(jsonResponse("{}", 200).withFixedDelay(3300)));
  }

  /// How often tokens were exchanged.
  public static int exchanges() {
    return Neighbours.wireMock()
        .findAll(
            postRequestedFor(urlEqualTo(TOKEN))
                .withRequestBody(containing("grant_type=refresh_token")))
        .size();
  }

  /// An access token that was issued then, for five minutes.
  private static String access(String accountId, String handle, Instant at, String... roles) {
    return Tokens.sign(
        new JWTClaimsSet.Builder()
            .issuer(Tokens.ISSUER)
            .subject(accountId)
            .audience(
                List.of(
                    "posts-service", "comments-service", "profiles-service", "moderation-service"))
            .claim("handle", handle)
            .claim("name", handle)
            .claim("roles", List.of(roles))
            .issueTime(Date.from(at))
            .expirationTime(Date.from(at.plus(Duration.ofMinutes(5))))
            .build());
  }

  private static String idToken(
      String accountId, @org.jspecify.annotations.Nullable String nonce, String id) {
    return idToken(accountId, nonce, id, null);
  }

  private static String idToken(
      String accountId,
      @org.jspecify.annotations.Nullable String nonce,
      String id,
      @org.jspecify.annotations.Nullable Boolean withoutLeaveKey) {
    Instant now = Instant.now();
    return Tokens.sign(
        new JWTClaimsSet.Builder()
            .issuer(Tokens.ISSUER)
            .subject(accountId)
            .audience("gateway")
            .claim("nonce", nonce)
            .claim("without_leave_key", withoutLeaveKey)
            .jwtID(id)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(Duration.ofMinutes(30))))
            .build());
  }

  private static String answer(String access, String refresh, String id) {
    return """
    {"access_token":"%s","refresh_token":"%s","id_token":"%s",
     "token_type":"Bearer","expires_in":300,"scope":"openid"}\
    """
        .formatted(access, refresh, id);
  }
}
