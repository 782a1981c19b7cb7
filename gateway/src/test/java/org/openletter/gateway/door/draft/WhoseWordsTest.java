package org.openletter.gateway.door.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.openletter.gateway.Browser;
import org.openletter.gateway.GatewayTest;
import org.openletter.gateway.IdentityStub;
import org.openletter.platform.test.Neighbours;
import org.openletter.platform.test.TestHttp;

/// Words that wait are their writer's, whoever uses the browser next.
@GatewayTest
class WhoseWordsTest {

  private static final String LETTER = "/letters/abcdefabcdef";
  private static final String COMPOSER = LETTER + "/comments";
  private static final String DRAFT = "/studio/letters/abcdefabcdef";

  @Test
  void showsNobodyElseWhatAMemberSentInASessionThatHasEnded(TestHttp http) {
    Browser browser = ana(http);
    String csrf = token(browser);
    GatewayTest.CLOCK.move(Duration.ofDays(15));
    browser.postFrom(DRAFT, DRAFT, "_csrf", csrf, "title", "Secret plan", "body", "Of Ana.");

    String landing = signIn(browser, "ben");

    assertThat(landing).doesNotContain("kept-");
    assertThat(browser.get("/kept").body()).contains("Nothing is kept").doesNotContain("plan");
    signIn(browser, "ana");
    assertThat(browser.get("/kept").body()).contains("A letter: “Secret plan”").contains("Of Ana.");
  }

  @Test
  void showsNobodyElseWhatWasSentFromAPageThatOutlivedTheSignOut(TestHttp http) {
    Browser browser = ana(http);
    String csrf = token(browser);
    browser.post("/sign-out", "_csrf", csrf);

    TestHttp.Answer parked =
        browser.postTwice("/me", "/me/profile", "_csrf", csrf, "name", "Ana", "bio", "Of Ana.");

    assertThat(parked.status()).isEqualTo(303);
    signIn(browser, "ben");
    assertThat(browser.get("/kept").body()).doesNotContain("Of Ana.");
  }

  @Test
  void bindsWhatIsSentWhileTheSessionEnds(TestHttp http) {
    Browser browser = ana(http);
    String csrf = token(browser);
    // The access token has ended and is not renewed.
    GatewayTest.CLOCK.move(Duration.ofMinutes(10));
    IdentityStub.refuses();

    TestHttp.Answer parked =
        browser.postFrom("/me", "/me/profile", "_csrf", csrf, "name", "Ana", "bio", "Of Ana.");

    assertThat(parked.status()).isEqualTo(303);
    signIn(browser, "ben");
    assertThat(browser.get("/kept").body()).doesNotContain("Of Ana.");
  }

  @Test
  void givesAStrangersWordsToWhoeverSignsInOnce(TestHttp http) {
    Browser browser = new Browser(http);
    browser.postTwice(
        LETTER, LETTER + "/draft-comment", "text", "I was there.", "on", "The stairs");

    signIn(browser, "ana");

    Document kept = Jsoup.parse(browser.get("/kept").body());
    assertThat(kept.select("h2").text()).isEqualTo("A response to “The stairs”");
    assertThat(kept.select("blockquote").text()).isEqualTo("I was there.");
    assertThat(kept.select("a.main").attr("href")).isEqualTo(LETTER + "#respond-text");
    // Hers from now on: the session ends, and the next person finds nothing.
    signIn(browser, "ben");
    assertThat(browser.get("/kept").body()).doesNotContain("I was there.");
    signIn(browser, "ana");
    assertThat(browser.get("/kept").body()).contains("I was there.");
  }

  @Test
  void keepsTheLastTryAtOneThingAndBothOfTwo(TestHttp http) {
    Browser browser = new Browser(http);
    String reply = "01890000-0000-7000-8000-000000000001";
    park(browser, "text", "First try.");
    park(browser, "text", "A reply.", "parentId", reply);
    park(browser, "text", "Second try.");
    signIn(browser, "ana");

    Document kept = Jsoup.parse(browser.get("/kept").body());

    assertThat(kept.select("blockquote").eachText()).containsExactly("Second try.", "A reply.");
    assertThat(kept.select("a.main").eachAttr("href"))
        .containsExactly(
            LETTER + "#respond-text",
            LETTER + "/comments/" + reply + "/reply#reply-" + reply + "-text");
  }

  @Test
  void losesNothingWhenThereIsNoRoomLeft(TestHttp http) {
    Browser browser = new Browser(http);
    for (int i = 0; i < 8; i++) {
      park(browser, "text", "Reply.", "parentId", "01890000-0000-7000-8000-00000000000" + i);
    }

    TestHttp.Answer full = park(browser, "text", "One too many.");

    assertThat(full.status()).isEqualTo(409);
    assertThat(Jsoup.parse(full.body()).select("textarea").val()).isEqualTo("One too many.");
  }

  @Test
  void saysSoAndKeepsTheWordsWhenTheBrowserHasNoCookies(TestHttp http) {
    String page = LETTER + "/the-stairs";
    TestHttp.Answer asked =
        new Browser(http).postFrom(page, LETTER + "/draft-comment", "text", "My <b>words</b>.");
    assertThat(asked.status()).isEqualTo(307);

    TestHttp.Answer told =
        new Browser(http).postFrom(page, asked.header("location"), "text", "My <b>words</b>.");

    assertThat(told.status()).isEqualTo(400);
    assertThat(told.body()).contains("Your browser keeps no cookies");
    assertThat(Jsoup.parse(told.body()).select("textarea").val()).isEqualTo("My <b>words</b>.");
    assertThat(told.headers().allValues("set-cookie")).isEmpty();
  }

  @Test
  void keepsNoSecretUnderAnyName(TestHttp http) {
    Browser browser = ana(http);
    String csrf = token(browser);
    GatewayTest.CLOCK.move(Duration.ofDays(15));

    TestHttp.Answer proof =
        browser.postFrom("/me", "/me/recovery-code", "_csrf", csrf, "proof", "correct horse");
    browser.postFrom(
        "/me", "/me/profile", "_csrf", csrf, "bio", "Hello.", "proof", "correct horse");
    signIn(browser, "ana");

    assertThat(proof.status()).isEqualTo(401);
    assertThat(proof.body()).contains("was not kept").doesNotContain("correct horse");
    assertThat(browser.get("/kept").body()).contains("Hello.").doesNotContain("correct horse");
  }

  @Test
  void keepsWhatStandsInAFormWhenItsWriterLeaves(TestHttp http) {
    Browser browser = ana(http);
    String csrf = token(browser);

    TestHttp.Answer kept =
        browser.post("/kept", "_csrf", csrf, "kept-form", COMPOSER, "text", "Half a sent");
    TestHttp.Answer secret =
        browser.post("/kept", "_csrf", csrf, "kept-form", "/me/password", "current", "horse");

    assertThat(kept.status()).isEqualTo(204);
    assertThat(secret.status()).isEqualTo(404);
    assertThat(browser.post("/kept", "kept-form", COMPOSER, "text", "x").status()).isEqualTo(403);
    assertThat(browser.get("/kept").body()).contains("Half a sent").doesNotContain("horse");
  }

  @Test
  void forgetsWhatWasSentAndNothingThatWasNot(TestHttp http) {
    Browser browser = ana(http);
    String csrf = token(browser);
    browser.post("/kept", "_csrf", csrf, "kept-form", "/me/profile", "bio", "Parked words.");
    Neighbours.wireMock()
        .stubFor(
            WireMock.put(WireMock.urlPathEqualTo("/profiles-service/id/me/profile"))
                .willReturn(WireMock.noContent()));

    browser.post("/me/profile", "_csrf", csrf, "name", "Ana", "bio", "Other words.");
    Document kept = Jsoup.parse(browser.get("/kept").body());
    assertThat(kept.select("textarea[name=bio]").val()).isEqualTo("Parked words.");

    browser.post(
        "/me/profile",
        "_csrf",
        csrf,
        "kept",
        kept.select("form.again input[name=kept]").val(),
        "name",
        "Ana",
        "bio",
        "Parked words, mended.");
    assertThat(browser.get("/kept").body()).doesNotContain("Parked words.");
  }

  private static Browser ana(TestHttp http) {
    return IdentityStub.signedIn(http, "acc0000000aa", "ana", "member");
  }

  private static String token(Browser browser) {
    return Browser.csrf(browser.get("/about"));
  }

  // Whoever was signed in before is not any more: her session has ended by itself.
  private static String signIn(Browser browser, String handle) {
    GatewayTest.CLOCK.move(Duration.ofMinutes(10));
    IdentityStub.refuses();
    browser.get("/inbox");
    String account = handle.equals("ana") ? "acc0000000aa" : "acc0000000bb";
    return IdentityStub.signIn(browser, "/sign-in", account, handle, "member").header("location");
  }

  private static TestHttp.Answer park(Browser browser, String... fields) {
    return browser.postTwice(LETTER, LETTER + "/draft-comment", fields);
  }
}
