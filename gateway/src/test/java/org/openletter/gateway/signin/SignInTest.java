package org.openletter.gateway.signin;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openletter.gateway.Browser;
import org.openletter.gateway.GatewayTest;
import org.openletter.gateway.IdentityStub;
import org.openletter.gateway.TestClock;
import org.openletter.platform.test.Neighbours;
import org.openletter.platform.test.TestHttp;

@GatewayTest
class SignInTest {

  private static final String ANA = "acc0000000aa";

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
    browser.get(browser.get("/sign-in?from=/rules").header("location"));
    String before = browser.cookies().get("session");

    TestHttp.Answer back =
        IdentityStub.signIn(browser, "/sign-in?from=/rules", ANA, "ana", "member");

    assertThat(back.status()).isEqualTo(302);
    assertThat(back.header("location")).endsWith("/rules");
    assertThat(back.header("set-cookie")).contains("Max-Age=2592000", "HttpOnly", "SameSite=Lax");
    assertThat(browser.cookies().get("session")).isNotEqualTo(before);
    assertThat(browser.get("/about").body()).contains("Signed in as").contains("ana");
  }

  @Test
  void setsACookieThatScriptsAndOtherSitesDoNotSee(TestHttp http) {
    TestHttp.Answer begun = new Browser(http).get("/oauth2/authorization/openletter");

    assertThat(begun.header("set-cookie"))
        .startsWith("session=")
        .contains("Path=/", "HttpOnly", "SameSite=Lax")
        .doesNotContain("Max-Age");
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
    TestClock.move(Duration.ofMinutes(6));
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
    TestClock.move(Duration.ofMinutes(6));
    IdentityStub.answersTooLate();

    assertThat(statusesAtOnce(browser, 20)).containsOnly(200);
    assertThat(IdentityStub.exchanges()).isLessThanOrEqualTo(2);

    IdentityStub.renews(1, ANA, "ana", "member");
    TestClock.move(Duration.ofMinutes(1));
    assertThat(browser.get("/about").body()).contains("Signed in as");
  }

  @Test
  void signsOutWithTheNewestIdTokenAlsoAfterARenewal(TestHttp http) throws Exception {
    Browser browser = IdentityStub.signedIn(http, ANA, "ana", "member");
    TestClock.move(Duration.ofMinutes(6));
    IdentityStub.renews(1, ANA, "ana", "member");
    String csrf = Browser.csrf(browser.get("/about"));
    Browser other = browser.copy();

    TestHttp.Answer out = browser.post("/sign-out", "_csrf", csrf);

    assertThat(out.status()).isEqualTo(302);
    Map<String, String> query = Browser.query(out.header("location"));
    assertThat(out.header("location")).startsWith("http://localhost:8080/id/connect/logout?");
    assertThat(query).containsEntry("post_logout_redirect_uri", "http://localhost:8080/");
    assertThat(
            com.nimbusds.jwt.JWTParser.parse(query.get("id_token_hint"))
                .getJWTClaimsSet()
                .getJWTID())
        .isEqualTo("id-1");
    assertThat(other.get("/about").body()).doesNotContain("Signed in as");
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
    TestClock.move(Duration.ofMinutes(6));

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
                            .formatted(TestClock.now().plusSeconds(1)))));
    TestClock.move(Duration.ofSeconds(3));
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
    TestClock.move(Duration.ofMinutes(6));

    assertThat(browser.get("/about").status()).isEqualTo(200);
    assertThat(browser.post("/me/profile", "_csrf", csrf, "name", "Ana").status()).isEqualTo(503);

    TestClock.move(Duration.ofMinutes(1));
    IdentityStub.renews(1, ANA, "ana", "member");
    assertThat(browser.get("/about").body()).contains("Signed in as");
  }

  @Test
  void endsAMembersSessionAfterThirtyDaysAndAModeratorsAfterTwelveHours(TestHttp http) {
    Browser member = IdentityStub.signedIn(http, ANA, "ana", "member");
    Browser staff = IdentityStub.signedIn(http, "acc0000000mm", "mia", "member", "moderator");

    TestClock.move(Duration.ofHours(13));
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
