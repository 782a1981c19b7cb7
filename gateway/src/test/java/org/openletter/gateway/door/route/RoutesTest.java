package org.openletter.gateway.door.route;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openletter.gateway.Browser;
import org.openletter.gateway.GatewayTest;
import org.openletter.gateway.IdentityStub;
import org.openletter.platform.limit.AddressBlocks;
import org.openletter.platform.test.Neighbours;
import org.openletter.platform.test.TestHttp;

@GatewayTest
class RoutesTest {

  @BeforeEach
  void everyServiceAnswers() {
    Neighbours.wireMock()
        .stubFor(any(anyUrl()).atPriority(10).willReturn(okJson("{\"here\":true}")));
  }

  @ParameterizedTest
  @CsvSource({
    "letters?limit=5, /posts-service/letters?limit=5",
    "letters/abcdefabcdef, /posts-service/letters/abcdefabcdef",
    "letters/abcdefabcdef/draft, /posts-service/letters/abcdefabcdef/draft",
    "letters/abcdefabcdef/comments, /comments-service/letters/abcdefabcdef/comments",
    "letters/abcdefabcdef/comments/x/replies,"
        + " /comments-service/letters/abcdefabcdef/comments/x/replies",
    "letters/abcdefabcdef/thread, /comments-service/letters/abcdefabcdef/thread",
    "comments/mine, /comments-service/comments/mine",
    "threads?letters=a%2Cb, /comments-service/threads?letters=a%2Cb",
    "queue/count, /comments-service/queue/count",
    "imports/x, /posts-service/imports/x",
    "people/ana, /profiles-service/id/people/ana",
    "me, /profiles-service/id/me",
    "accounts, /profiles-service/id/accounts",
    "statements/x, /moderation-service/statements/x"
  })
  void followTheTable(String asked, String internal, TestHttp http) {
    assertThat(new Browser(http).get("/api/v1/" + asked).status()).isEqualTo(200);

    Neighbours.wireMock().verify(getRequestedFor(urlEqualTo(internal)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/internal/letters/x",
        "/api/v1/letters/../internal/letters/x",
        "/api/v1/letters/..;/internal",
        "/api/v1/letters/%2e%2e/internal",
        "/api/v1/letters/%252e%252e/internal",
        "/api/v1//internal/revocations",
        "/api/v1/letters%2finternal",
        "/api/v1/letters%5cinternal",
        "/api/v1/internal",
        "/api/v1/actuator/status",
        "/api/v1/oauth2/token",
        "/api/internal/revocations",
        "/api",
        "/internal/revocations",
        "/actuator/health",
        "/actuator/status",
        "/id/oauth2/token",
        "/id/oauth2/jwks",
        "/id/internal/revocations",
        "/id/people/ana",
        "/id/login/../internal/revocations",
        "/id/actuator/status",
        "/id//login",
        "/API/v1/letters"
      })
  void leadNowhereElse(String path, TestHttp http) {
    TestHttp.Answer answer = new Browser(http).get(path);

    assertThat(answer.status()).isIn(400, 404);
    assertThat(answer.body()).doesNotContain("\"here\"");
  }

  @Test
  void carryTheTokenOfThePersonAndNoCookie(TestHttp http) {
    Browser ana = IdentityStub.signedIn(http, "acc0000000aa", "ana", "member");
    ana.cookies().put("id", "secret-of-the-authorization-server");
    ana.cookies().put("known", "mark-of-the-authorization-server");

    ana.get("/api/v1/me");

    Neighbours.wireMock()
        .verify(
            getRequestedFor(urlEqualTo("/profiles-service/id/me"))
                .withHeader("Authorization", matching("Bearer ey.+"))
                .withHeader("Cookie", absent()));
  }

  @Test
  void carryNoTokenForAStranger(TestHttp http) {
    new Browser(http).get("/api/v1/letters");

    Neighbours.wireMock()
        .verify(
            getRequestedFor(urlEqualTo("/posts-service/letters"))
                .withHeader("Authorization", absent()));
  }

  @Test
  void takeNoTokenFromOutside(TestHttp http) {
    TestHttp.Answer answer = http.get("/api/v1/letters", "made-up");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.problem()).isEqualTo("no-bearer-here");
    Neighbours.wireMock().verify(0, getRequestedFor(urlPathMatching("/posts-service/.*")));
  }

  @Test
  void passOnNothingThatClaimsWhoSomebodyIs(TestHttp http) {
    Browser stranger = new Browser(http);

    stranger.send(
        stranger
            .request("/api/v1/letters")
            .header("X-User-Id", "acc0000000ad")
            .header("X-Forwarded-Host", "evil.example")
            .header("Forwarded", "host=evil.example")
            .header("X-Forwarded-Prefix", "//evil.example")
            .header("X-Original-URL", "/internal")
            .GET());

    Neighbours.wireMock()
        .verify(
            getRequestedFor(urlEqualTo("/posts-service/letters"))
                .withHeader("X-User-Id", absent())
                .withHeader("X-Forwarded-Host", absent())
                .withHeader("X-Forwarded-For", absent())
                .withHeader("X-Forwarded-Prefix", absent())
                .withHeader("Forwarded", absent())
                .withHeader("X-Original-URL", absent()));
  }

  @Test
  void letAServiceSetNoCookie(TestHttp http) {
    Neighbours.wireMock()
        .stubFor(
            any(urlEqualTo("/posts-service/letters"))
                .willReturn(
                    okJson("{}")
                        .withHeader("Set-Cookie", "session=stolen", "id=stolen")
                        .withHeader("Server", "x")));

    TestHttp.Answer answer = new Browser(http).get("/api/v1/letters");

    assertThat(answer.headers().map()).doesNotContainKeys("set-cookie", "server");
  }

  @Test
  void bringTheCookieOfTheAuthorizationServerToItAndBackAlone(TestHttp http) {
    Neighbours.wireMock()
        .stubFor(
            post(urlEqualTo("/profiles-service/id/login"))
                .willReturn(
                    ok().withStatus(302)
                        .withHeader("Location", "/id/oauth2/authorize?x=1")
                        .withHeader("Set-Cookie", "id=new; Path=/; HttpOnly", "session=evil")));
    Browser ana = IdentityStub.signedIn(http, "acc0000000aa", "ana", "member");
    String session = ana.cookies().get("session");
    ana.cookies().put("id", "old");

    TestHttp.Answer answer = ana.post("/id/login", "username", "ana", "password", "p & q");

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("location")).isEqualTo("/id/oauth2/authorize?x=1");
    assertThat(ana.cookies()).containsEntry("id", "new").containsEntry("session", session);
    Neighbours.wireMock()
        .verify(
            postRequestedFor(urlEqualTo("/profiles-service/id/login"))
                .withHeader("Cookie", equalTo("id=old"))
                .withHeader("Authorization", absent())
                .withRequestBody(containing("username=ana"))
                .withRequestBody(containing("password=p+%26+q")));
  }

  @Test
  void tellTheAuthorizationServerTheBlockAndNobodyElse(TestHttp http) {
    AddressBlocks blocks = new AddressBlocks("Zm9yLXRlc3RzLW9ubHktMzItYnl0ZXMtYWFhYWFhYWE=");
    Neighbours.wireMock()
        .stubFor(
            get(urlEqualTo("/profiles-service/id/login"))
                .willReturn(ok().withHeader("Set-Cookie", "known=new; Path=/; HttpOnly")));
    Browser stranger = new Browser(http);
    stranger.cookies().put("known", "old");
    String madeUp = blocks.told("made up");

    stranger.send(stranger.request("/id/login").header(AddressBlocks.HEADER, madeUp).GET());
    stranger.send(
        stranger.request("/api/v1/people/ana").header(AddressBlocks.HEADER, madeUp).GET());

    assertThat(stranger.cookies()).containsEntry("known", "new");
    LoggedRequest login =
        Neighbours.wireMock()
            .findAll(getRequestedFor(urlEqualTo("/profiles-service/id/login")))
            .getLast();
    assertThat(login.getHeader("Cookie")).isEqualTo("known=old");
    assertThat(login.header(AddressBlocks.HEADER).values()).hasSize(1);
    assertThat(blocks.read(login.getHeader(AddressBlocks.HEADER)))
        .isPresent()
        .get()
        .isNotEqualTo("made up");
    Neighbours.wireMock()
        .verify(
            getRequestedFor(urlEqualTo("/profiles-service/id/people/ana"))
                .withHeader(AddressBlocks.HEADER, absent()));
  }

  @Test
  void showTheSetUpPageOfTheAuthorizationServer(TestHttp http) {
    assertThat(new Browser(http).get("/setup/some-token").status()).isEqualTo(200);

    Neighbours.wireMock()
        .verify(getRequestedFor(urlEqualTo("/profiles-service/id/setup/some-token")));
  }

  @Test
  void nameANewThingByItsPublicAddress(TestHttp http) {
    Neighbours.wireMock()
        .stubFor(
            post(urlEqualTo("/posts-service/letters"))
                .willReturn(
                    okJson("{}").withStatus(201).withHeader("Location", "/letters/abcdefabcdef")));
    Browser ana = IdentityStub.signedIn(http, "acc0000000aa", "ana", "member");

    TestHttp.Answer made = postJson(ana, "/api/v1/letters", "{\"title\":\"Über\"}");

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.header("location")).isEqualTo("/api/v1/letters/abcdefabcdef");
    Neighbours.wireMock()
        .verify(
            postRequestedFor(urlEqualTo("/posts-service/letters"))
                .withRequestBody(equalToJson("{\"title\":\"Über\"}")));
  }

  @Test
  void refuseABodyThatIsTooLargeBeforeItIsSent(TestHttp http) {
    Browser ana = IdentityStub.signedIn(http, "acc0000000aa", "ana", "member");

    TestHttp.Answer refused = postJson(ana, "/api/v1/letters", "\"" + "x".repeat(1 << 20) + "\"");

    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.problem()).isEqualTo("too-large");
    Neighbours.wireMock().verify(0, postRequestedFor(urlEqualTo("/posts-service/letters")));
  }

  @Test
  void bringALargeImportThroughAsItIs(TestHttp http) {
    Browser ana = IdentityStub.signedIn(http, "acc0000000aa", "ana", "member");

    TestHttp.Answer answer = postJson(ana, "/api/v1/imports", "\"" + "x".repeat(3 << 20) + "\"");

    assertThat(answer.status()).isEqualTo(200);
    Neighbours.wireMock().verify(postRequestedFor(urlEqualTo("/posts-service/imports")));
  }

  @Test
  void passOnWhatAServiceRefuses(TestHttp http) {
    Neighbours.wireMock()
        .stubFor(
            any(urlEqualTo("/posts-service/letters/abcdefabcdef"))
                .willReturn(
                    okJson("{\"type\":\"/problems/letter-withdrawn\"}")
                        .withStatus(410)
                        .withHeader("Content-Type", "application/problem+json")));

    TestHttp.Answer gone = new Browser(http).get("/api/v1/letters/abcdefabcdef");

    assertThat(gone.status()).isEqualTo(410);
    assertThat(gone.problem()).isEqualTo("letter-withdrawn");
  }

  @Test
  void sayWhenAServiceDoesNotAnswer(TestHttp http) {
    Neighbours.wireMock()
        .stubFor(
            any(urlPathMatching("/(posts-service/letters|profiles-service/id/login)"))
                .willReturn(ok().withFault(Fault.CONNECTION_RESET_BY_PEER)));

    TestHttp.Answer api = new Browser(http).get("/api/v1/letters");
    TestHttp.Answer page = new Browser(http).get("/id/login");

    assertThat(api.status()).isEqualTo(503);
    assertThat(api.problem()).isEqualTo("no-answer");
    assertThat(api.header("retry-after")).isNotEmpty();
    assertThat(page.status()).isEqualTo(503);
    assertThat(page.body()).contains("A part of this site does not answer");
  }

  @Test
  void askForAChangeOnceMoreWhenSomethingAboutHerAccountWasChanged(TestHttp http) {
    Browser ana = IdentityStub.signedIn(http, "acc0000000aa", "ana", "member");
    IdentityStub.renews(1, "acc0000000aa", "ana", "member");
    refusesOnce("/posts-service/letters");

    TestHttp.Answer first = postJson(ana, "/api/v1/letters", "{\"title\":\"Mine\"}");
    assertThat(first.status()).isEqualTo(409);
    assertThat(first.problem()).isEqualTo("send-again");
    assertThat(first.header("retry-after")).isEqualTo("1");

    assertThat(postJson(ana, "/api/v1/letters", "{\"title\":\"Mine\"}").status()).isEqualTo(200);
    assertThat(IdentityStub.exchanges()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "DELETE"})
  void doOnceMoreWhatBringsNothingWithIt(String method, TestHttp http) {
    Browser ana = IdentityStub.signedIn(http, "acc0000000aa", "ana", "member");
    IdentityStub.renews(1, "acc0000000aa", "ana", "member");
    refusesOnce("/posts-service/letters");
    HttpRequest.Builder request =
        ana.request("/api/v1/letters")
            .header("Origin", Browser.ORIGIN)
            .header("X-CSRF-TOKEN", Browser.csrf(ana.get("/about")))
            .method(method, HttpRequest.BodyPublishers.noBody());

    assertThat(ana.send(request).status()).isEqualTo(200);

    Neighbours.wireMock().verify(2, anyRequestedFor(urlEqualTo("/posts-service/letters")));
    assertThat(IdentityStub.exchanges()).isEqualTo(1);
  }

  @Test
  void sayWhoDoesNotAnswerWhenNoNewTokenCanBeHad(TestHttp http) {
    Browser ana = IdentityStub.signedIn(http, "acc0000000aa", "ana", "member");
    IdentityStub.fails();
    refusesOnce("/posts-service/letters");

    TestHttp.Answer answer = postJson(ana, "/api/v1/letters", "{}");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("retry-after")).isNotEmpty();
  }

  private static void refusesOnce(String path) {
    Neighbours.wireMock()
        .stubFor(
            any(urlEqualTo(path))
                .atPriority(1)
                .inScenario("void " + path)
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(ok().withStatus(401))
                .willSetStateTo("renewed"));
  }

  @Test
  void demandASignInBeforeAnythingIsChanged(TestHttp http) {
    TestHttp.Answer answer = postJson(new Browser(http), "/api/v1/letters", "{}");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.problem()).isEqualTo("sign-in-first");
    Neighbours.wireMock().verify(0, anyRequestedFor(urlEqualTo("/posts-service/letters")));
  }

  static TestHttp.Answer postJson(Browser browser, String path, String json) {
    HttpRequest.Builder request =
        browser
            .request(path)
            .header("Origin", Browser.ORIGIN)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json));
    if (browser.cookies().containsKey("session")) {
      request.header("X-CSRF-TOKEN", Browser.csrf(browser.get("/about")));
    }
    return browser.send(request);
  }
}
