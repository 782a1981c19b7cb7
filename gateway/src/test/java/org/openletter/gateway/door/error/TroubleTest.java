package org.openletter.gateway.door.error;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openletter.gateway.Browser;
import org.openletter.gateway.GatewayTest;
import org.openletter.gateway.IdentityStub;
import org.openletter.platform.test.Neighbours;
import org.openletter.platform.test.TestHttp;

@GatewayTest
class TroubleTest {

  @ParameterizedTest
  @CsvSource({
    "PT0.2S, 1 second",
    "PT40S, 40 seconds",
    "PT89S, 89 seconds",
    "PT2M1S, 3 minutes",
    "PT1H, 60 minutes",
    "PT1H31M, 2 hours"
  })
  void saysHowLongToWait(Duration wait, String words) {
    assertThat(Waiting.inWords(wait)).isEqualTo(words);
  }

  @Test
  void isAPageWithANextStepForPeople(TestHttp http) {
    TestHttp.Answer absent = new Browser(http).get("/nowhere/%3Cscript%3Ealert(1)%3C/script%3E");
    Document page = Jsoup.parse(absent.body());
    assertThat(absent.status()).isEqualTo(404);
    assertThat(page.select("h1").text()).isEqualTo("There is nothing here");
    assertThat(page.select("main a.button").attr("href")).isEqualTo("/letters");
    assertThat(page.select("script:not([src])")).isEmpty();
  }

  @Test
  void isAProblemForPrograms(TestHttp http) {
    TestHttp.Answer answer = new Browser(http).get("/api/v1/nowhere");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("content-type")).startsWith("application/problem+json");
    assertThat(answer.problem()).isEqualTo("not-found");
  }

  @Test
  void isAPartOfAPageForScripts(TestHttp http) {
    Browser browser = IdentityStub.signedIn(http, "acc0000000aa", "ana", "member");

    TestHttp.Answer answer =
        browser.send(browser.request("/admin").header("HX-Request", "true").GET());

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("class=\"note bad\"").doesNotContain("<html");
  }

  @Test
  void leadsScriptsToSignInAndBackToTheirPage(TestHttp http) {
    Browser browser = new Browser(http);

    TestHttp.Answer answer =
        browser.send(
            browser
                .request("/inbox")
                .header("HX-Request", "true")
                .header("HX-Current-URL", "http://localhost:8080/inbox?before=x")
                .GET());

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("hx-redirect")).isEqualTo("/sign-in?from=%2Finbox%3Fbefore%3Dx");
  }

  @Test
  void leadsBackWithoutAQueryThatIsTooLongToBeCarried(TestHttp http) {
    String page = "http://localhost:8080/inbox?before=" + "x".repeat(500);

    TestHttp.Answer answer =
        new Browser(http)
            .send(
                new Browser(http)
                    .request("/inbox")
                    .header("HX-Request", "true")
                    .header("HX-Current-URL", page)
                    .GET());

    assertThat(answer.header("hx-redirect")).isEqualTo("/sign-in?from=%2Finbox");
  }

  @Test
  void saysThatAServiceDoesNotAnswer(TestHttp http) {
    Neighbours.wireMock()
        .stubFor(get(urlPathMatching("/posts-service/.*")).willReturn(serverError()));

    TestHttp.Answer answer = new Browser(http).get("/letters/abcdef000001/x");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("retry-after")).isEqualTo("5");
    assertThat(answer.body())
        .contains("A part of this site does not answer")
        .doesNotContain("Exception");
  }

  @Test
  void passesOnWhyAServiceRefused(TestHttp http) {
    Neighbours.wireMock()
        .stubFor(
            get(urlPathMatching("/profiles-service/id/accounts"))
                .willReturn(
                    jsonResponse(
                        "{\"type\":\"/problems/bad-cursor\",\"detail\":\"<b>No</b> such page.\"}",
                        400)));

    TestHttp.Answer answer =
        IdentityStub.signedIn(http, "acc0000000ad", "noor", "member", "admin")
            .get("/admin/people?before=x");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("&lt;b&gt;No&lt;/b&gt; such page.");
  }

  @Test
  void answersAVerbThatNothingHas(TestHttp http) {
    Browser browser = new Browser(http);

    TestHttp.Answer odd =
        browser.send(
            browser
                .request("/letters")
                .method("PROPFIND", java.net.http.HttpRequest.BodyPublishers.noBody()));
    TestHttp.Answer wrong =
        IdentityStub.signedIn(http, "acc0000000aa", "ana", "member").get("/kept/discard");

    assertThat(odd.status()).isEqualTo(405);
    assertThat(odd.header("allow")).contains("GET");
    assertThat(wrong.status()).isEqualTo(405);
  }
}
