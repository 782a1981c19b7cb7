package org.openletter.gateway.door.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openletter.gateway.Browser;
import org.openletter.gateway.GatewayTest;
import org.openletter.gateway.IdentityStub;
import org.openletter.platform.test.Neighbours;
import org.openletter.platform.test.TestHttp;

/// What is forgotten when something was sent.
@GatewayTest
class SettlingTest {

  @BeforeEach
  void everythingIsTaken() {
    Neighbours.wireMock()
        .stubFor(
            WireMock.put(WireMock.urlPathEqualTo("/profiles-service/id/me/profile"))
                .willReturn(WireMock.noContent()));
    Neighbours.wireMock()
        .stubFor(
            WireMock.post(WireMock.urlPathEqualTo("/posts-service/letters"))
                .willReturn(
                    WireMock.jsonResponse(
                        "{\"id\":\"abcdefabcdef\",\"state\":\"draft\",\"version\":1,\"savedAt\":\"2026-11-15T10:22:00Z\",\"unpublishedChanges\":false}",
                        201)));
  }

  @Test
  void keepsOtherWordsThatStandInAFormWithoutAText(TestHttp http) {
    Browser browser = ana(http);
    String csrf = token(browser);
    leave(browser, csrf, "/me/profile", "name", "Ana of the hill", "bio", "");

    browser.post("/me/profile", "_csrf", csrf, "name", "Ana", "bio", "");

    assertThat(titles(browser)).hasSize(1);
    browser.post("/me/profile", "_csrf", csrf, "name", "Ana of the hill", "bio", "");
    assertThat(titles(browser)).isEmpty();
  }

  @Test
  void keepsALetterThatWasBegunApartWithTheSameWords(TestHttp http) {
    Browser browser = ana(http);
    String csrf = token(browser);
    leave(browser, csrf, "/studio/letters", "key", "one", "title", "One", "body", "Dear all,");
    leave(browser, csrf, "/studio/letters", "key", "two", "title", "Two", "body", "Dear all,");

    sendLetter(browser, csrf, "two", "Two");

    assertThat(titles(browser)).containsExactly("A letter: “One”");
  }

  @Test
  void keepsALetterThatHasOnlyATitleWhenAnotherIsSent(TestHttp http) {
    Browser browser = ana(http);
    String csrf = token(browser);
    leave(browser, csrf, "/studio/letters", "key", "one", "title", "One", "body", "");

    sendLetter(browser, csrf, "three", "Three");

    assertThat(titles(browser)).containsExactly("A letter: “One”");
  }

  private static void sendLetter(Browser browser, String csrf, String key, String title) {
    String body = key.equals("three") ? "" : "Dear all,";
    assertThat(
            browser
                .post("/studio/letters", "_csrf", csrf, "key", key, "title", title, "body", body)
                .status())
        .isLessThan(400);
  }

  private static void leave(Browser browser, String csrf, String path, String... fields) {
    String[] all = new String[fields.length + 4];
    System.arraycopy(new String[] {"_csrf", csrf, "kept-form", path}, 0, all, 0, 4);
    System.arraycopy(fields, 0, all, 4, fields.length);
    assertThat(browser.post("/kept", all).status()).isEqualTo(204);
  }

  private static java.util.List<String> titles(Browser browser) {
    return Jsoup.parse(browser.get("/kept").body()).select("section h2").eachText();
  }

  private static Browser ana(TestHttp http) {
    return IdentityStub.signedIn(http, "acc0000000aa", "ana", "member");
  }

  private static String token(Browser browser) {
    return Browser.csrf(browser.get("/about"));
  }
}
