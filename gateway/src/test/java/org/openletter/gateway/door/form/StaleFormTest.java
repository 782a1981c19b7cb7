package org.openletter.gateway.door.form;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openletter.gateway.Browser;
import org.openletter.gateway.Desk;
import org.openletter.gateway.GatewayTest;
import org.openletter.gateway.IdentityStub;
import org.openletter.platform.test.Neighbours;
import org.openletter.platform.test.TestHttp;

/// A form whose token is too old, or that could not be taken, comes back as it was filled in.
@GatewayTest
class StaleFormTest {

  private static final String COMMENT = "01890000-0000-7000-8000-000000000001";

  @ParameterizedTest
  @CsvSource({
    "/letters/abcdefabcdef/comments, text",
    "/letters/abcdefabcdef/comments/01890000-0000-7000-8000-000000000001/edit, text",
    "/studio/letters, body",
    "/studio/letters/abcdefabcdef, body",
    "/me/profile, bio",
    "/studio/queue/abcdefabcdef/01890000-0000-7000-8000-000000000001/decision, words",
    "/studio/letters/abcdefabcdef/thread, rules",
    "/studio/imports/file00000001/confirmation, letters",
    "/admin/people/ines_b/roles, role",
    "/admin/people/ines_b/approval, approved",
    "/studio/letters/abcdefabcdef/publication, version",
    "/inbox/read,"
  })
  void comesBackWithItsWordsAndANewToken(String action, String field, TestHttp http) {
    Browser browser = IdentityStub.signedIn(http, "acc0000000aa", "ana", "member", "admin");
    String stale = Browser.csrf(browser.get("/about"));
    browser.post("/sign-out", "_csrf", stale);
    signInAgain(browser);
    long asked = asked();

    TestHttp.Answer refused =
        field == null
            ? browser.post(action, "_csrf", stale)
            : browser.post(action, "_csrf", stale, field, Desk.HOSTILE, "act", "remove");

    assertThat(refused.status()).isEqualTo(403);
    assertThat(asked()).isEqualTo(asked);
    Document page = Desk.page(refused);
    assertThat(page.select("h1").text()).isEqualTo("Please send this once more");
    assertThat(page.select("script:not([src])")).isEmpty();
    var form = page.select("form[action=" + action + "]");
    assertThat(form).hasSize(1);
    assertThat(form.select("input[name=_csrf]").val()).isNotEmpty().isNotEqualTo(stale);
    if (field != null) {
      assertThat(form.select("[name=" + field + "]").val()).isEqualTo(Desk.HOSTILE);
    }
  }

  /// Requests to neighbours, but for what the gateway asks on its own now and then.
  private static long asked() {
    return Neighbours.wireMock().getAllServeEvents().stream()
        .map(event -> event.getRequest().getUrl())
        .filter(url -> !url.contains("/internal/") && !url.contains("/actuator/"))
        .filter(url -> !url.contains("/oauth2/"))
        .count();
  }

  @Test
  void isShownInPlaceWhereAScriptSentIt(TestHttp http) {
    Browser browser = IdentityStub.signedIn(http, "acc0000000aa", "ana", "member");
    String action = "/letters/abcdefabcdef/comments";

    TestHttp.Answer refused =
        script(
            browser,
            action,
            "_csrf",
            "stale",
            "text",
            "My words.",
            "parentId",
            COMMENT,
            "rule",
            "Be kind.",
            "rule",
            Desk.HOSTILE);

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.header("Part")).isEqualTo("true");
    var form = Jsoup.parse(refused.body()).select("body > form#reply-" + COMMENT);
    assertThat(form.attr("hx-post")).isEqualTo(action);
    assertThat(form.select("textarea").val()).isEqualTo("My words.");
    assertThat(form.select("[role=alert]").text()).startsWith("Please send this once more.");
    assertThat(form.select("h3").text()).isEqualTo("Write a reply as ana");
    assertThat(form.select(".rules li").eachText())
        .containsExactly("Be kind.", Desk.HOSTILE, "House rules");
    assertThat(form.select("input[name=rule]")).hasSize(2);
    assertThat(refused.body()).doesNotContain("<html");
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "-, This form was shown while you could not be recognised.",
        "'', This form was shown while you could not be recognised.",
        "old, Since you opened this page"
      },
      nullValues = "-")
  void saysWhyItWasNotTaken(@Nullable String token, String sentence, TestHttp http) {
    Browser browser = IdentityStub.signedIn(http, "acc0000000aa", "ana", "member");

    TestHttp.Answer refused =
        token == null
            ? browser.post("/me/profile", "bio", "Mine.")
            : browser.post("/me/profile", "_csrf", token, "bio", "Mine.");

    assertThat(refused.status()).isEqualTo(403);
    assertThat(Desk.page(refused).select("[role=alert]").text())
        .startsWith(sentence)
        .contains("Nothing was done yet. You are signed in as ana.");
    assertThat(Desk.page(refused).select("form#again textarea").val()).isEqualTo("Mine.");
  }

  @Test
  void readsAChoiceInWordsAndSendsItsCode(TestHttp http) {
    Browser browser = IdentityStub.signedIn(http, "acc0000000aa", "ana", "member");
    String action = "/studio/letters/abcdefabcdef/thread";

    Document known =
        Desk.page(browser.post(action, "mode", "hold-first-timers", "rules", "Be kind."));
    Document odd = Desk.page(browser.post(action, "mode", "x-y", "rules", "Be kind."));

    assertThat(known.select("form#again .chosen").text())
        .isEqualTo("Responses: Hold first responses");
    assertThat(known.select("form#again input[name=mode]").val()).isEqualTo("hold-first-timers");
    assertThat(odd.select("form#again .chosen")).isEmpty();
    assertThat(odd.select("form#again input[name=mode]").val()).isEqualTo("x-y");
  }

  @Test
  void tellsWhichLetterTheWordsAnswer(TestHttp http) {
    Browser browser = IdentityStub.signedIn(http, "acc0000000aa", "ana", "member");
    String action = "/letters/abcdefabcdef/comments";

    var named =
        Desk.page(browser.post(action, "_csrf", "stale", "text", "Mine.", "on", Desk.HOSTILE));
    var other =
        Desk.page(
            browser.post(action + "/" + COMMENT + "/edit", "_csrf", "stale", "text", "Mine."));

    assertThat(named.select(".to a[href=/letters/abcdefabcdef]").text()).isEqualTo(Desk.HOSTILE);
    assertThat(other.select(".place-head a[href=/letters/abcdefabcdef]").text())
        .isEqualTo("Back to the letter");
  }

  @Test
  void isShownAgainWhenItsTokenWasChangedOnTheWay(TestHttp http) {
    Browser browser = IdentityStub.signedIn(http, "acc0000000aa", "ana", "member");
    byte[] bytes = Base64.getUrlDecoder().decode(Browser.csrf(browser.get("/about")));
    bytes[bytes.length - 1] ^= (byte) 0x80;

    TestHttp.Answer answer =
        browser.post(
            "/me/profile",
            "_csrf",
            Base64.getUrlEncoder().encodeToString(bytes),
            "name",
            "Ana",
            "bio",
            "My words.");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(Desk.page(answer).select("form#again [name=bio]").text()).contains("My words.");
  }

  @Test
  void isTakenWhenItIsSentOnceMore(TestHttp http) {
    Browser browser = IdentityStub.signedIn(http, "acc0000000aa", "ana", "member");
    Document page =
        Desk.page(browser.post("/me/profile", "_csrf", "stale", "name", "Ana", "bio", "Mine."));

    TestHttp.Answer sent =
        browser.post(
            "/me/profile",
            "_csrf",
            page.select("form#again input[name=_csrf]").val(),
            "name",
            "Ana",
            "bio",
            page.select("textarea[name=bio]").val());

    assertThat(sent.status()).isNotEqualTo(403);
    assertThat(Desk.arrived("PUT", "/profiles-service/id/me/profile")).hasSize(1);
  }

  @Test
  void neverBringsBackASecret(TestHttp http) {
    Browser browser = IdentityStub.signedIn(http, "acc0000000aa", "ana", "member");

    TestHttp.Answer refused =
        browser.postFrom("/me", "/me/password", "_csrf", "stale", "password", "battery staple");

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body()).contains("Open the page again").doesNotContain("battery staple");
  }

  @Test
  void saysNothingOfTheWordsToAnotherSite(TestHttp http) {
    Browser browser = IdentityStub.signedIn(http, "acc0000000aa", "ana", "member");

    TestHttp.Answer refused =
        browser.send(
            browser
                .request("/me/profile")
                .header("Origin", "http://evil.example")
                .header("Sec-Fetch-Site", "cross-site")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("bio=planted")));

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body()).doesNotContain("planted").doesNotContain("id=\"again\"");
  }

  @ParameterizedTest
  @CsvSource({"500, 503", "403, 403", "422, 422", "413, 413"})
  void comesBackWhateverTheServiceSays(int status, int told, TestHttp http) {
    Browser browser = IdentityStub.signedIn(http, "acc0000000aa", "ana", "member");
    String csrf = Browser.csrf(browser.get("/about"));
    Neighbours.wireMock()
        .stubFor(
            any(urlPathMatching("/(comments|posts)-service/.*"))
                .atPriority(1)
                .willReturn(
                    aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody("{\"type\":\"/problems/odd\",\"detail\":\"No.\"}")));
    String action = "/letters/abcdefabcdef/comments/" + COMMENT + "/edit";

    TestHttp.Answer answer = browser.post(action, "_csrf", csrf, "text", "My words.");

    assertThat(answer.status()).isEqualTo(told);
    assertThat(Desk.page(answer).select("textarea[name=text]").val()).isEqualTo("My words.");
  }

  private static void signInAgain(Browser browser) {
    IdentityStub.signIn(browser, "/sign-in", "acc0000000aa", "ana", "member", "admin");
    browser.get("/about");
  }

  private static TestHttp.Answer script(Browser browser, String action, String... fields) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < fields.length; i += 2) {
      pairs.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    return browser.send(
        browser
            .request(action)
            .header("HX-Request", "true")
            .header("Origin", Browser.ORIGIN)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs))));
  }
}
