package org.openletter.gateway.reading.letter;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.head;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openletter.platform.test.Neighbours;
import org.openletter.platform.test.ServiceTest;
import org.openletter.platform.test.TestHttp;

/// Reading pages through the whole gateway, as a stranger.
@ServiceTest
class ReadingTest {

  private static int made;

  // A letter of its own for each test: pages for strangers are kept for a while.
  private String id = "";

  @BeforeEach
  void nobodyHasSaidAnythingYet() {
    id = "reading%05d".formatted(++made);
  }

  @Test
  void showsALetterAsItsWriterLeftIt(TestHttp http) {
    LettersForTests.letter(id, "the-stairs", "The stairs");

    var answer = http.get("/letters/" + id + "/the-stairs", null);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
    var page = Jsoup.parse(answer.body());
    assertThat(page.title()).isEqualTo("The stairs · Openletter");
    assertThat(page.select(".letter-head .to").text()).isEqualTo("To the Board");
    assertThat(page.select(".letter-body").html()).isEqualTo("<p>You wrote on Monday.</p>");
    assertThat(page.select(".signed").text()).isEqualTo("Rosa, with others");
    assertThat(page.select("h1")).hasSize(1);
    assertThat(page.select("link[rel=canonical]").attr("href"))
        .endsWith("/letters/" + id + "/the-stairs");
  }

  @Test
  void saysWhenALetterWasChangedAndInWhichLanguageItIs(TestHttp http) {
    Neighbours.wireMock()
        .stubFor(
            get(urlPathEqualTo("/posts-service/letters/" + id))
                .willReturn(
                    okJson(
                        LettersForTests.json(id, "the-stairs", "\u0627\u0644\u0633\u0644\u0645")
                            .replace("\"changedAt\":null", "\"changedAt\":\"2026-11-20T08:00:00Z\"")
                            .replace("\"language\":\"en\"", "\"language\":\"ar\""))));
    LettersForTests.conversation(id, "");

    var page = Jsoup.parse(http.get("/letters/" + id + "/the-stairs", null).body());

    assertThat(page.select(".letter-head .from").text())
        .contains("14 November 2026 · changed on 20 November 2026");
    assertThat(page.select("h1[dir=auto], .letter-body[dir=auto]").eachAttr("lang"))
        .containsExactly("ar", "ar");
    assertThat(page.select(".letter-head bdi").eachText())
        .containsExactly("the Board", "Rosa, with others");
  }

  @Test
  void answersHeadAsItAnswersGet(TestHttp http) {
    LettersForTests.letter(id, "the-stairs", "The stairs");
    Neighbours.wireMock()
        .stubFor(
            head(urlPathEqualTo("/posts-service/letters/" + id))
                .willReturn(okJson(LettersForTests.json(id, "the-stairs", "The stairs"))));

    for (String address :
        List.of(
            "/letters/" + id + "/the-stairs",
            // Not kept, so that both are made anew.
            "/letters/" + id + "/the-stairs?anew=1",
            "/letters/" + id,
            "/api/v1/letters/" + id,
            "/letters/nosuchletter",
            "/feeds/letters.atom",
            "/about",
            "/studio",
            "/css/look.css")) {
      var got = http.get(address, null);
      var asked = http.send(http.request(address, null).method("HEAD", BodyPublishers.noBody()));
      assertThat(asked.status()).as(address).isEqualTo(got.status());
      assertThat(asked.body()).as(address).isEmpty();
      var expected = headers(got);
      if (got.body().isEmpty()) {
        // The container tells the length of nothing to GET alone.
        expected.remove("content-length");
      }
      assertThat(headers(asked)).as(address).isEqualTo(expected);
    }
  }

  private static Map<String, List<String>> headers(TestHttp.Answer answer) {
    var headers = new TreeMap<>(answer.headers().map());
    // These name the single answer.
    headers
        .keySet()
        .removeAll(
            List.of("date", "keep-alive", "connection", "transfer-encoding", "matched-stub-id"));
    return headers;
  }

  @Test
  void doesNotShowItsHostAsItsGuest(TestHttp http) {
    String json = LettersForTests.json(id, "the-stairs", "The stairs");
    letter(json.replace("Rosa, with others", "Marit Solvang"));

    var head = Jsoup.parse(http.get("/letters/" + id + "/the-stairs", null).body()).select(".from");

    assertThat(head.select(".name").text()).isEqualTo("Marit Solvang");
    assertThat(head.select("a.name, [rel=author]")).isEmpty();
    assertThat(head.select("a[href=/people/rosa]").text()).isEqualTo("Rosa");
    assertThat(head.text()).contains("Marit Solvang · published here by Rosa");
    String guest = head.select("svg").outerHtml();

    id = "reading%05d".formatted(++made);
    letter(
        LettersForTests.json(id, "the-stairs", "The stairs").replace("Rosa, with others", "rosa"));
    head = Jsoup.parse(http.get("/letters/" + id + "/the-stairs", null).body()).select(".from");
    assertThat(head.select("a.name[rel=author]").attr("href")).isEqualTo("/people/rosa");
    assertThat(head.select("svg").outerHtml()).isNotEqualTo(guest);
  }

  private void letter(String json) {
    LettersForTests.conversation(id, "");
    Neighbours.wireMock()
        .stubFor(get(urlPathEqualTo("/posts-service/letters/" + id)).willReturn(okJson(json)));
  }

  @Test
  void givesAStrangerNoCookieAndNoToken(TestHttp http) {
    LettersForTests.letter(id, "the-stairs", "The stairs");

    var answer = http.get("/letters/" + id + "/the-stairs", null);

    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    var page = Jsoup.parse(answer.body());
    assertThat(page.select("input[name=_csrf], input[name=key]")).isEmpty();
    assertThat(page.select("form.composer").attr("action"))
        .isEqualTo("/letters/" + id + "/draft-comment");
  }

  @Test
  void escapesWhatPeopleWrite(TestHttp http) {
    String hostile = LettersForTests.HOSTILE.replace("\"", "\\\"");
    LettersForTests.letter(id, "the-stairs", hostile);
    LettersForTests.conversation(id, LettersForTests.comment(id, 1, hostile, "<p>Fine.</p>"));

    var answer = http.get("/letters/" + id + "/the-stairs", null);

    assertThat(answer.status()).isEqualTo(200);
    var page = Jsoup.parse(answer.body());
    assertThat(page.select("script:not([src]), img, [onerror]")).isEmpty();
    assertThat(page.select("h1").text()).isEqualTo(LettersForTests.HOSTILE);
    assertThat(page.select(".who b").text()).isEqualTo(LettersForTests.HOSTILE);
  }

  @Test
  void leadsFromAnOldNameToTheNewOne(TestHttp http) {
    LettersForTests.letter(id, "the-stairs", "The stairs");

    for (var path : new String[] {"/letters/" + id, "/letters/" + id + "/the-lift"}) {
      var answer = http.get(path, null);
      assertThat(answer.status()).isEqualTo(302);
      assertThat(answer.header("Location")).isEqualTo("/letters/" + id + "/the-stairs");
    }
  }

  @Test
  void showsTheLetterAlsoWhenTheConversationIsOutOfReach(TestHttp http) {
    LettersForTests.letter(id, "the-stairs", "The stairs");
    Neighbours.wireMock()
        .stubFor(
            get(urlPathEqualTo("/comments-service/letters/" + id + "/comments"))
                .willReturn(serverError()));

    var answer = http.get("/letters/" + id + "/the-stairs", null);

    assertThat(answer.status()).isEqualTo(200);
    var page = Jsoup.parse(answer.body());
    assertThat(page.select(".letter-body").text()).contains("You wrote on Monday.");
    assertThat(page.select(".thread .note").text())
        .startsWith("Responses cannot be shown right now. The letter can.");
  }

  @Test
  void saysThatALetterWasWithdrawn(TestHttp http) {
    LettersForTests.refused(id, 410, "letter-withdrawn");

    var answer = http.get("/letters/" + id + "/the-stairs", null);

    assertThat(answer.status()).isEqualTo(410);
    assertThat(text(answer)).contains("This letter was withdrawn by its writer.");
  }

  @Test
  void saysThatThereIsNoSuchLetter(TestHttp http) {
    LettersForTests.refused(id, 404, "not-found");

    assertThat(http.get("/letters/" + id + "/the-stairs", null).status()).isEqualTo(404);
    assertThat(http.get("/letters/NOT-AN-id/the-stairs", null).status()).isEqualTo(404);
  }

  @Test
  void saysThatTheLetterIsOutOfReach(TestHttp http) {
    LettersForTests.letter(id, "the-stairs", "The stairs");
    LettersForTests.refused(id, 500, "unforeseen");

    var answer = http.get("/letters/" + id + "/the-stairs", null);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isNotEmpty();
    assertThat(text(answer)).doesNotContain("500");
  }

  @Test
  void asksForTheOrderAndThePageThatTheReaderWants(TestHttp http) {
    LettersForTests.letter(id, "the-stairs", "The stairs");

    http.get("/letters/" + id + "/the-stairs?order=oldest&after=c1", null);

    assertThat(Neighbours.wireMock().getAllServeEvents())
        .extracting(event -> event.getRequest().getUrl())
        .anySatisfy(url -> assertThat(url).endsWith("/comments?order=oldest&after=c1"));
  }

  private static String text(TestHttp.Answer answer) {
    Document page = Jsoup.parse(answer.body());
    return page.select("main").text();
  }
}
