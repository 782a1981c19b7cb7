package org.openletter.gateway.door.draft;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.openletter.gateway.Browser;
import org.openletter.gateway.GatewayTest;
import org.openletter.gateway.IdentityStub;
import org.openletter.platform.test.TestHttp;

/// What stands in the forms of a page when its writer leaves in a hurry.
@GatewayTest
class LeavingTest {

  private static final String COMPOSER = "/letters/abcdefabcdef/comments";
  private static final String REPLY = "01890000-0000-7000-8000-00000000000";

  @Test
  void keepsAllFormsOfThePageAtOnce(TestHttp http) {
    Browser browser = ana(http);
    String csrf = token(browser);

    int status =
        leave(
            browser,
            csrf,
            form(COMPOSER, "text", "Half a sent"),
            form(COMPOSER, "text", "A reply & more", "parentId", REPLY + 1),
            form("/me/password", "current", "horse"));

    assertThat(status).isEqualTo(204);
    Document kept = kept(browser);
    assertThat(kept.select("blockquote").eachText())
        .containsExactly("A reply & more", "Half a sent");
    assertThat(kept.text()).doesNotContain("horse");
  }

  @Test
  void keepsALongLetterInAnotherScriptThatComesPacked(TestHttp http) throws IOException {
    Browser browser = ana(http);
    String csrf = token(browser);
    String body = "Мы живём здесь и хотим, чтобы нас слышали. ".repeat(800).strip();
    String left = form("/studio/letters", "key", "k1", "title", "Всем", "body", body);
    assertThat(left.length()).isGreaterThan(64 << 10);
    byte[] packed = packed(left);
    assertThat(packed.length).isLessThan(60_000);

    assertThat(send(browser, csrf, "application/gzip", packed)).isEqualTo(204);

    assertThat(kept(browser).select("textarea[name=body]").val()).isEqualTo(body);
  }

  @Test
  void readsLettersOfOtherScriptsThatAreWrittenAsTheyAre(TestHttp http) {
    Browser browser = ana(http);
    String csrf = token(browser);

    String left = "kept-form=/me/profile&bio=Ä и %26 100 %25 %2B 1 %3D 2%0Aдва";
    assertThat(leave(browser, csrf, left)).isEqualTo(204);

    assertThat(kept(browser).select("textarea[name=bio]").val())
        .isEqualTo("Ä и & 100 % + 1 = 2\nдва");
  }

  @Test
  void refusesWhatUnpacksToFarMoreThanAPage(TestHttp http) throws IOException {
    Browser browser = ana(http);
    String csrf = token(browser);

    assertThat(send(browser, csrf, "application/gzip", packed("x".repeat(8 << 20)))).isEqualTo(400);
    assertThat(send(browser, csrf, "application/gzip", new byte[] {1, 2, 3})).isEqualTo(400);
    assertThat(send(browser, csrf, "text/plain", "kept-form=%zz".getBytes(UTF_8))).isEqualTo(400);
    assertThat(leave(browser, csrf, form(COMPOSER, "text", "x".repeat(97 << 10)))).isEqualTo(413);
    assertThat(leave(browser, csrf, form("/nowhere", "text", "x"))).isEqualTo(404);
  }

  @Test
  void alwaysHasRoomForTheNewestAndSaysWhatMadeWay(TestHttp http) {
    Browser browser = ana(http);
    String csrf = token(browser);
    for (int i = 0; i < 15; i++) {
      String key = "key-" + i;
      String title = "Letter " + i;
      assertThat(leave(browser, csrf, form("/studio/letters", "key", key, "title", title)))
          .isEqualTo(204);
    }

    Document kept = kept(browser);

    assertThat(kept.select("section h2").eachText())
        .hasSize(12)
        .startsWith("A letter: “Letter 14”")
        .endsWith("A letter: “Letter 3”");
    assertThat(kept.select(".note.wait li").eachText())
        .containsExactly("A letter: “Letter 2”", "A letter: “Letter 1”", "A letter: “Letter 0”");

    kept.select("input[name=kept]")
        .eachAttr("value")
        .forEach(name -> browser.post("/kept/discard", "_csrf", token(browser), "kept", name));

    assertThat(kept(browser).text()).doesNotContain("Letter ").doesNotContain("had to go");
  }

  @Test
  void losesNothingOfOneThingThatIsLeftAgainAndAgain(TestHttp http) {
    Browser browser = ana(http);
    String csrf = token(browser);
    for (int i = 0; i < 30; i++) {
      leave(browser, csrf, form(COMPOSER, "text", "Try " + i));
    }
    leave(browser, csrf, form("/me/profile", "bio", "Of Ana."));

    Document kept = kept(browser);

    assertThat(kept.select("section")).hasSize(2);
    assertThat(kept.text()).contains("Try 29").doesNotContain("had to go");
  }

  @Test
  void makesRoomAmongHerOwnWordsFirst(TestHttp http) {
    Browser browser = ana(http);
    leave(browser, token(browser), form("/me/profile", "bio", "Of Ana."));
    signIn(browser, "acc0000000bb", "ben");
    String csrf = token(browser);
    for (int i = 0; i < 14; i++) {
      leave(browser, csrf, form("/studio/letters", "key", "key-" + i, "title", "Letter " + i));
    }
    assertThat(kept(browser).select("section")).hasSize(11);

    signIn(browser, "acc0000000aa", "ana");

    assertThat(kept(browser).text()).contains("Of Ana.").doesNotContain("had to go");
  }

  @Test
  void keepsWhatIsLeftAfterTheSessionHasEnded(TestHttp http) {
    Browser browser = ana(http);
    String csrf = token(browser);
    GatewayTest.CLOCK.move(Duration.ofDays(15));

    assertThat(leave(browser, csrf, form(COMPOSER, "text", "Half a sent"))).isEqualTo(204);

    signIn(browser, "acc0000000bb", "ben");
    assertThat(kept(browser).text()).doesNotContain("Half a sent");
    signIn(browser, "acc0000000aa", "ana");
    assertThat(kept(browser).text()).contains("Half a sent");
  }

  @Test
  void keepsWhatIsLeftOnAPageThatIsOlderThanTheSignIn(TestHttp http) {
    Browser browser = ana(http);
    String csrf = token(browser);
    signIn(browser, "acc0000000bb", "ben");

    assertThat(leave(browser, csrf, form(COMPOSER, "text", "Half a sent"))).isEqualTo(204);

    assertThat(kept(browser).text()).doesNotContain("Half a sent");
    signIn(browser, "acc0000000aa", "ana");
    assertThat(kept(browser).text()).contains("Half a sent");
  }

  @Test
  void waitsForNoTokenOfAServiceThatIsSilent(TestHttp http) {
    Browser browser = ana(http);
    String csrf = token(browser);
    GatewayTest.CLOCK.move(Duration.ofMinutes(10));
    IdentityStub.fails();

    assertThat(leave(browser, csrf, form(COMPOSER, "text", "Half a sent"))).isEqualTo(204);

    assertThat(IdentityStub.exchanges()).isZero();
  }

  @Test
  void keepsNothingOfNobody(TestHttp http) {
    Browser browser = ana(http);

    assertThat(leave(browser, "made-up", form(COMPOSER, "text", "x"))).isEqualTo(403);
    assertThat(leave(new Browser(http), "", form(COMPOSER, "text", "x"))).isEqualTo(403);
  }

  private static Document kept(Browser browser) {
    return Jsoup.parse(browser.get("/kept").body());
  }

  private static Browser ana(TestHttp http) {
    return IdentityStub.signedIn(http, "acc0000000aa", "ana", "member");
  }

  // Whoever was signed in before is not any more: her session has ended by itself.
  private static void signIn(Browser browser, String account, String handle) {
    GatewayTest.CLOCK.move(Duration.ofMinutes(10));
    IdentityStub.refuses();
    browser.get("/inbox");
    IdentityStub.signIn(browser, "/sign-in", account, handle, "member");
  }

  private static String token(Browser browser) {
    return Browser.csrf(browser.get("/about"));
  }

  private static int leave(Browser browser, String csrf, String... forms) {
    return send(
        browser, csrf, "text/plain;charset=UTF-8", String.join("\n", forms).getBytes(UTF_8));
  }

  private static int send(Browser browser, String csrf, String type, byte[] body) {
    return browser
        .send(
            browser
                .request("/kept")
                .header("Origin", Browser.ORIGIN)
                .header("Sec-Fetch-Site", "same-origin")
                .header("Referer", Browser.ORIGIN + "/letters/abcdefabcdef/a-letter")
                .header("Content-Type", type)
                .header("X-CSRF-TOKEN", csrf)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)))
        .status();
  }

  private static String form(String path, String... fields) {
    return Stream.concat(
            Stream.of(List.of("kept-form", path)),
            IntStream.range(0, fields.length / 2)
                .mapToObj(i -> List.of(fields[2 * i], fields[2 * i + 1])))
        .map(field -> field.get(0) + "=" + URLEncoder.encode(field.get(1), UTF_8))
        .collect(joining("&"));
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
