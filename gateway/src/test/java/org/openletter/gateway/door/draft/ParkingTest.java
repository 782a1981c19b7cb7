package org.openletter.gateway.door.draft;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.openletter.gateway.Browser;
import org.openletter.gateway.GatewayTest;
import org.openletter.gateway.IdentityStub;
import org.openletter.platform.test.Neighbours;
import org.openletter.platform.test.TestHttp;

@GatewayTest
class ParkingTest {

  private static final String LETTER = "/letters/abcdefabcdef/a-letter";

  @Test
  void keepsAStrangersResponseOnTheWayToSignIn(TestHttp http) {
    Browser browser = new Browser(http);

    TestHttp.Answer parked =
        browser.postTwice(LETTER, "/letters/abcdefabcdef/draft-comment", "text", "I was there.");

    assertThat(parked.status()).isEqualTo(303);
    assertThat(parked.header("location"))
        .isEqualTo("/sign-in?from=%2Fletters%2Fabcdefabcdef%2Fa-letter%23respond-text");
    assertThat(browser.cookies()).containsKey("session");

    TestHttp.Answer back =
        IdentityStub.signIn(browser, parked.header("location"), "acc0000000aa", "ana", "member");
    assertThat(back.header("location")).endsWith(LETTER + "#respond-text");
  }

  @Test
  void keepsAFormThatWasSentWithASessionThatHasEnded(TestHttp http) {
    Browser browser = IdentityStub.signedIn(http, "acc0000000aa", "ana", "member");
    String csrf = Browser.csrf(browser.get("/about"));
    GatewayTest.CLOCK.move(Duration.ofDays(15));

    TestHttp.Answer parked =
        browser.postFrom(
            "/studio/letters/abcdefabcdef",
            "/studio/letters/abcdefabcdef",
            "_csrf",
            csrf,
            "title",
            "To the council",
            "body",
            "word ".repeat(12_000));

    assertThat(parked.status()).isEqualTo(303);
    assertThat(parked.header("location")).startsWith("/sign-in?from=%2Fkept%23kept-");
    IdentityStub.signIn(browser, parked.header("location"), "acc0000000aa", "ana", "member");
    TestHttp.Answer kept = browser.get("/kept");
    assertThat(kept.status()).isEqualTo(200);
    assertThat(Jsoup.parse(kept.body()).select("form[action=/studio/letters/abcdefabcdef]"))
        .hasSize(1);
    assertThat(kept.body()).contains("word word word").doesNotContain(csrf);
    assertThat(Jsoup.parse(kept.body()).select("h2").text())
        .isEqualTo("A letter: “To the council”");

    TestHttp.Answer gone =
        browser.post(
            "/kept/discard",
            "_csrf",
            Browser.csrf(kept),
            "kept",
            Jsoup.parse(kept.body()).select("input[name=kept]").val());
    assertThat(gone.status()).isEqualTo(303);
    assertThat(browser.get("/kept").body()).contains("Nothing is kept here.");
  }

  @Test
  void saysWhatIsKeptWhenSigningInDoesNotAnswer(TestHttp http) {
    Neighbours.wireMock()
        .stubFor(
            any(urlPathMatching("/profiles-service/id/.*"))
                .atPriority(1)
                .willReturn(ok().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    Browser writer = new Browser(http);
    TestHttp.Answer parked =
        writer.postTwice(LETTER, "/letters/abcdefabcdef/draft-comment", "text", "I was there.");
    String authorize = authorize(writer, parked.header("location"));
    Browser other = new Browser(http);
    String without = authorize(other, "/sign-in");

    TestHttp.Answer told = writer.get(authorize);
    TestHttp.Answer silent = other.get(without);

    assertThat(authorize).contains("kept=response");
    for (TestHttp.Answer answer : new TestHttp.Answer[] {told, silent}) {
      assertThat(answer.status()).isEqualTo(503);
      assertThat(Jsoup.parse(answer.body()).select("main").text())
          .contains("Signing in does not work right now");
    }
    assertThat(Jsoup.parse(told.body()).select("main").text())
        .contains("Your words are kept here for about 2 hours.");
    assertThat(Jsoup.parse(told.body()).select("main a.button").attr("href")).isEqualTo(authorize);
    assertThat(Jsoup.parse(told.body()).select("main a.button").text()).isEqualTo("Try again");
    assertThat(silent.body()).doesNotContain("words are kept");
  }

  /// The local address of the authorization server that this sign-in leads to.
  private static String authorize(Browser browser, String signIn) {
    String begun = browser.get(signIn).header("location");
    String address = browser.get(begun).header("location");
    return address.substring(address.indexOf("/id/"));
  }

  @Test
  void keepsTheWordsWhenSigningInFails(TestHttp http) {
    Browser browser = new Browser(http);
    browser.postFrom(LETTER, "/letters/abcdefabcdef/draft-comment", "text", "I was there.");

    TestHttp.Answer failed = browser.get("/login/oauth2/code/openletter?error=denied&state=x");

    assertThat(failed.body()).contains("Your words are kept");
    assertThat(
            IdentityStub.signIn(browser, "/sign-in", "acc0000000aa", "ana", "member")
                .header("location"))
        .endsWith(LETTER + "#respond-text");
  }

  @Test
  void keepsNoMoreThanThirtyTwoKilobytesForAStranger(TestHttp http) {
    Browser browser = new Browser(http);

    TestHttp.Answer refused =
        browser.postFrom(
            LETTER, "/letters/abcdefabcdef/draft-comment", "text", "x".repeat(33 * 1024));

    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.body()).contains("32 kB").contains("x".repeat(33 * 1024));
    assertThat(browser.cookies()).isEmpty();
  }

  @Test
  void neverKeepsAPassword(TestHttp http) {
    Browser browser = new Browser(http);

    TestHttp.Answer led =
        browser.postFrom(
            "/me", "/me/password", "current", "correct horse", "password", "battery staple");

    assertThat(led.status()).isEqualTo(401);
    assertThat(led.body())
        .contains("What you filled in was not kept")
        .contains("/sign-in?from=%2Fme")
        .doesNotContain("correct horse")
        .doesNotContain("battery staple");
    assertThat(browser.cookies()).isEmpty();
  }

  @Test
  void refusesTheEleventhTextOfAnHour(TestHttp http) {
    for (int i = 0; i < 10; i++) {
      assertThat(park(new Browser(http, "192.0.2." + i)).status()).isEqualTo(303);
    }

    TestHttp.Answer refused = park(new Browser(http, "192.0.2.200"));

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("retry-after")).isNotEmpty();
    assertThat(refused.body()).contains("That was a lot at once");
    assertThat(Jsoup.parse(refused.body()).select("textarea[name=text]").val()).isEqualTo("Hello");
    GatewayTest.CLOCK.move(Duration.ofMinutes(61));
    assertThat(park(new Browser(http, "192.0.2.200")).status()).isEqualTo(303);
  }

  private static TestHttp.Answer park(Browser browser) {
    return browser.postTwice(LETTER, "/letters/abcdefabcdef/draft-comment", "text", "Hello");
  }
}
