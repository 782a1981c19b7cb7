package org.openletter.gateway.door.signin;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openletter.gateway.Browser;
import org.openletter.gateway.GatewayTest;
import org.openletter.gateway.IdentityStub;
import org.openletter.platform.test.Neighbours;
import org.openletter.platform.test.TestHttp;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class SignInTest {

  private static final String ANA = "acc0000000aa";

  private static final String SIGN_OUT = "/profiles-service/id/me/sign-out";

  @Autowired private MongoDatabase database;

  @Test
  void leadsToTheAuthorizationServerWithPkceAndBack(TestHttp http) {
    Browser browser = new Browser(http);

    TestHttp.Answer entry = browser.get("/sign-in?from=/letters");
    TestHttp.Answer begun = browser.get(entry.header("location"));

    assertThat(begun.status()).isEqualTo(302);
    assertThat(begun.header("location")).startsWith("http://localhost:8080/id/oauth2/authorize?");
    assertThat(Browser.query(begun.header("location")))
        .containsEntry("client_id", "gateway")
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("redirect_uri", "http://localhost:8080/login/oauth2/code/openletter")
        .containsKeys("state", "nonce", "code_challenge");
  }

  @Test
  void comesBackToWhereOneWasWithANewSession(TestHttp http) {
    Browser browser = new Browser(http);
    browser.cookies().put("session", "planted");
    String before = browser.cookies().get("session");

    TestHttp.Answer back =
        IdentityStub.signIn(browser, "/sign-in?from=/rules", ANA, "ana", "member");

    assertThat(back.status()).isEqualTo(302);
    assertThat(back.header("location")).endsWith("/rules");
    assertThat(back.headers().allValues("set-cookie"))
        .filteredOn(cookie -> cookie.startsWith("session="))
        .singleElement(as(STRING))
        .contains("Max-Age=2592000", "HttpOnly", "SameSite=Lax");
    assertThat(browser.cookies().get("session")).isNotEqualTo(before);
    assertThat(browser.get("/about").body()).contains("Signed in as").contains("ana");
  }

  @Test
  void setsACookieThatScriptsAndOtherSitesDoNotSee(TestHttp http) {
    TestHttp.Answer begun = new Browser(http).get("/oauth2/authorization/openletter");

    assertThat(begun.header("set-cookie"))
        .startsWith("begun=")
        .contains("Path=/", "Max-Age=7200", "HttpOnly", "SameSite=Lax");
  }

  @Test
  void refusesAnAnswerThatNobodyAskedFor(TestHttp http) {
    Browser browser = new Browser(http);

    TestHttp.Answer answer = browser.get("/login/oauth2/code/openletter?code=x&state=made-up");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("Signing in did not work");
    assertThat(browser.cookies()).isEmpty();
  }

  @Test
  void renewsTokensOnceForEightRequestsAtTheSameTime(TestHttp http) {
    Browser browser = IdentityStub.signedIn(http, ANA, "ana", "member");
    GatewayTest.CLOCK.move(Duration.ofMinutes(6));
    IdentityStub.renews(1, ANA, "ana", "member");

    List<Integer> statuses = statusesAtOnce(browser, 8);

    assertThat(statuses).containsOnly(200);
    assertThat(IdentityStub.exchanges()).isEqualTo(1);
    assertThat(browser.get("/about").body()).contains("Signed in as");
  }

  private static List<Integer> statusesAtOnce(Browser browser, int requests) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Integer>> asked =
          IntStream.range(0, requests)
              .mapToObj(_ ->
                  CompletableFuture.supplyAsync(
                      () -> browser.copy().get("/about").status(), threads))
              .toList();
      return asked.stream().map(CompletableFuture::join).toList();
    }
  }

  @Test
  void signsNobodyOutWhenTheAnswerOfAnExchangeComesTooLate(TestHttp http) {
    Browser browser = IdentityStub.signedIn(http, ANA, "ana", "member");
    GatewayTest.CLOCK.move(Duration.ofMinutes(6));
    IdentityStub.answersTooLate();

    assertThat(statusesAtOnce(browser, 20)).containsOnly(200);
    assertThat(IdentityStub.exchanges()).isLessThanOrEqualTo(2);

    IdentityStub.renews(1, ANA, "ana", "member");
    GatewayTest.CLOCK.move(Duration.ofMinutes(1));
    assertThat(browser.get("/about").body()).contains("Signed in as");
  }

  @Test
  void signsOutOnBothSidesWithoutATokenInAnAddress(TestHttp http) {
    Browser browser = IdentityStub.signedIn(http, ANA, "ana", "member");
    GatewayTest.CLOCK.move(Duration.ofMinutes(6));
    IdentityStub.renews(1, ANA, "ana", "member");
    Neighbours.wireMock().stubFor(post(urlEqualTo(SIGN_OUT)).willReturn(noContent()));
    String csrf = Browser.csrf(browser.get("/about"));
    browser.cookies().put("id", "its-session");
    Browser other = browser.copy();

    TestHttp.Answer out = browser.post("/sign-out", "_csrf", csrf);

    assertThat(out.status()).isEqualTo(302);
    assertThat(out.header("location")).matches("(http://localhost:8080)?/");
    assertThat(browser.cookies()).doesNotContainKey("id");
    Neighbours.wireMock()
        .verify(
            postRequestedFor(urlEqualTo(SIGN_OUT))
                .withHeader("Authorization", matching("Bearer ey.+"))
                .withRequestBody(equalToJson("{\"cookie\":\"its-session\"}")));
    assertThat(other.get("/about").body()).doesNotContain("Signed in as");
  }

  @Test
  void signsOutHereAlsoWhileTheAuthorizationServerDoesNotAnswer(TestHttp http) {
    Browser browser = IdentityStub.signedIn(http, ANA, "ana", "member");
    Neighbours.wireMock().stubFor(post(urlEqualTo(SIGN_OUT)).willReturn(serverError()));
    Browser other = browser.copy();

    TestHttp.Answer out = browser.post("/sign-out", "_csrf", Browser.csrf(browser.get("/about")));

    assertThat(out.header("location")).matches("(http://localhost:8080)?/");
    assertThat(other.get("/about").body()).doesNotContain("Signed in as");
  }

  @Test
  void leadsOnWhoeverGoesBackToASignInThatIsDone(TestHttp http) {
    Browser browser = new Browser(http);
    TestHttp.Answer begun = browser.get(browser.get("/sign-in?from=/rules").header("location"));
    String state = Browser.query(begun.header("location")).get("state");
    IdentityStub.gives(begun, ANA, "ana", "member");
    String back = "/login/oauth2/code/openletter?code=code-1&state=" + state;
    assertThat(browser.get(back).header("location")).endsWith("/rules");

    assertThat(browser.get(back).header("location")).endsWith("/rules");
    assertThat(browser.get("/login/oauth2/code/openletter?code=x&state=y").header("location"))
        .as("a sign-in that this browser never began")
        .endsWith("/");
    browser.cookies().remove("session");
    assertThat(browser.get(back).header("location")).endsWith("/sign-in?from=%2Frules");
  }

  @Test
  void endsEachTabAtItsOwnPlace(TestHttp http) {
    Browser browser = new Browser(http);
    TestHttp.Answer one = browser.get(browser.get("/sign-in?from=/rules").header("location"));
    TestHttp.Answer two = browser.get(browser.get("/sign-in?from=/letters").header("location"));

    for (TestHttp.Answer begun : List.of(one, two)) {
      IdentityStub.gives(begun, ANA, "ana", "member");
      String state = Browser.query(begun.header("location")).get("state");
      assertThat(
              browser
                  .get("/login/oauth2/code/openletter?code=code-1&state=" + state)
                  .header("location"))
          .endsWith(begun.equals(one) ? "/rules" : "/letters");
    }
  }

  @Test
  void storesNothingForWhoeverOnlyBegins(TestHttp http) {
    var sessions = database.getCollection("sessions");
    long before = sessions.estimatedDocumentCount();
    for (int i = 0; i < 20; i++) {
      Browser browser = new Browser(http);
      browser.get(browser.get("/sign-in?from=/rules").header("location"));
      assertThat(browser.cookies()).containsOnlyKeys("begun");
    }

    assertThat(sessions.estimatedDocumentCount()).isEqualTo(before);
  }

  @Test
  void keepsWhatABrowserHasBegunSmall(TestHttp http) {
    Browser browser = new Browser(http);
    for (int i = 0; i < 30; i++) {
      browser.get("/oauth2/authorization/openletter?from=/" + "x".repeat(480) + i);
    }

    assertThat(browser.cookies().get("begun")).hasSizeLessThanOrEqualTo(3500);
  }

  @Test
  void doesNotSignOutWithoutTheTokenOfTheForm(TestHttp http) {
    Browser browser = IdentityStub.signedIn(http, ANA, "ana", "member");

    assertThat(browser.post("/sign-out").status()).isEqualTo(403);
    assertThat(browser.get("/sign-out").status()).isEqualTo(404);
    assertThat(browser.get("/about").body()).contains("Signed in as");
  }

  @Test
  void endsTheSessionWhenTheAuthorizationServerRefusesToRenewIt(TestHttp http) {
    Browser browser = IdentityStub.signedIn(http, ANA, "ana", "member");
    IdentityStub.refuses();
    GatewayTest.CLOCK.move(Duration.ofMinutes(6));

    TestHttp.Answer page = browser.get("/inbox");

    assertThat(page.status()).isEqualTo(401);
    assertThat(page.body()).contains("You were signed out");
    assertThat(browser.get("/about").body()).doesNotContain("Signed in as");
  }

  @Test
  void takesNewRolesAtOnceWhenTheOldOnesWereRevoked(TestHttp http) {
    Browser browser = IdentityStub.signedIn(http, "acc0000000rv", "rev", "member");
    assertThat(browser.get("/admin").status()).isEqualTo(403);
    Neighbours.wireMock()
        .stubFor(
            get(urlEqualTo("/profiles-service/id/internal/revocations"))
                .willReturn(
                    okJson(
                        """
                        {"subjects":[{"id":"acc0000000rv","since":"%s"}]}\
                        """
                            .formatted(GatewayTest.CLOCK.instant().plusSeconds(1)))));
    GatewayTest.CLOCK.move(Duration.ofSeconds(3));
    IdentityStub.renews(1, "acc0000000rv", "rev", "member", "admin");

    // The list is asked for every two seconds; the promise is five.
    long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    int status = browser.get("/admin").status();
    while (status == 403 && System.nanoTime() < until) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      status = browser.get("/admin").status();
    }

    assertThat(status).isEqualTo(200);
    assertThat(IdentityStub.exchanges()).isEqualTo(1);
  }

  @Test
  void letsPeopleReadWhileTokensCannotBeRenewed(TestHttp http) {
    Browser browser = IdentityStub.signedIn(http, ANA, "ana", "member");
    String csrf = Browser.csrf(browser.get("/about"));
    IdentityStub.fails();
    GatewayTest.CLOCK.move(Duration.ofMinutes(6));

    assertThat(browser.get("/about").status()).isEqualTo(200);
    assertThat(browser.post("/me/profile", "_csrf", csrf, "name", "Ana").status()).isEqualTo(503);

    GatewayTest.CLOCK.move(Duration.ofMinutes(1));
    IdentityStub.renews(1, ANA, "ana", "member");
    assertThat(browser.get("/about").body()).contains("Signed in as");
  }

  @Test
  void endsAMembersSessionAfterThirtyDaysAndAModeratorsAfterTwelveHours(TestHttp http) {
    Browser member = IdentityStub.signedIn(http, ANA, "ana", "member");
    Browser staff = IdentityStub.signedIn(http, "acc0000000mm", "mia", "member", "moderator");

    GatewayTest.CLOCK.move(Duration.ofHours(13));
    IdentityStub.renews(1, ANA, "ana", "member");

    assertThat(staff.get("/about").body()).contains("You were signed out");
    assertThat(member.get("/about").body()).contains("Signed in as");
  }

  @Test
  void onlyComesBackToAddressesOfThisSite(TestHttp http) {
    Browser browser = IdentityStub.signedIn(http, ANA, "ana", "member");

    for (String evil :
        List.of("//evil.example", "/%5Cevil.example", "https:evil.example", "/sign-in?from=/x")) {
      assertThat(browser.get("/sign-in?from=" + evil).header("location"))
          .matches("(http://localhost:8080)?/");
    }
  }
}
