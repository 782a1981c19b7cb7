package org.openletter.gateway.conversation.response;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openletter.gateway.door.person.SignedInForTests;
import org.openletter.gateway.reading.letter.LettersForTests;
import org.openletter.platform.test.Neighbours;
import org.openletter.platform.test.ServiceTest;
import org.openletter.platform.test.TestHttp;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.SessionRepository;

/// Writing through the whole gateway, as the member marit.
@ServiceTest
class RespondingTest {

  private static final String LETTER = "abcdefabcdef";
  private static final String PAGE = "/letters/" + LETTER + "/the-stairs";
  private static final String COMMENTS = "/letters/" + LETTER + "/comments";
  private static final String SEEN = "aaaaaaaaaaaa.0";
  private static final String FIRST = LettersForTests.commentId(1);

  private final SessionRepository<?> sessions;
  private final String marit;

  RespondingTest(@Autowired SessionRepository<?> sessions) {
    this.sessions = sessions;
    this.marit = SignedInForTests.cookie(sessions, "marit", "member");
  }

  @BeforeEach
  void thereIsALetter() {
    LettersForTests.letter(LETTER, "the-stairs", "The stairs");
  }

  @Test
  void offersAMemberAFormOfHerOwn(TestHttp http) {
    var form = parsed(asMarit(http, PAGE)).select("form.composer");

    assertThat(form.attr("action")).isEqualTo(COMMENTS);
    assertThat(form.select("h3").text()).isEqualTo("Write a response as marit");
    assertThat(form.select("input[name=_csrf]").val()).isNotEmpty();
    assertThat(form.select("input[name=key]").val()).hasSize(12);
    assertThat(form.select(".rules").text()).contains("Be kind.").contains("House rules");
  }

  @Test
  void offersNoFormToAnAccountThatWaitsForStaff(TestHttp http) {
    var page =
        parsed(
            http.send(
                http.request(PAGE, null)
                    .header("Cookie", SignedInForTests.cookie(sessions, "hanne"))));

    assertThat(page.select("form.composer")).isEmpty();
    assertThat(page.select("#respond").text()).startsWith("Your account waits");
  }

  @Test
  void leadsToTheResponseInItsPlaceAfterAPlainForm(TestHttp http) {
    answersWith(201, LettersForTests.comment(LETTER, 1, "marit", "<p>Words.</p>"));

    var answer = send(http, COMMENTS, Map.of("text", "Words.", "key", "key000000001"), false);

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location"))
        .isEqualTo(COMMENTS + "/" + FIRST + "?sent=true#c-" + FIRST);
    Neighbours.wireMock()
        .verify(
            postRequestedFor(urlPathEqualTo("/comments-service" + COMMENTS))
                .withRequestBody(
                    equalToJson(
                        """
                        {"text":"Words.","parentId":null,"key":"key000000001"}\
                        """)));
  }

  @Test
  void putsTheResponseIntoThePageWithScript(TestHttp http) {
    assertThat(parsed(asMarit(http, PAGE)).select(".letter-head #letter-count").text())
        .isEqualTo("No responses yet");
    answersWith(
        201,
        LettersForTests.comment(LETTER, 1, "marit", "<p>Words.</p>")
            .replaceFirst(
                "\\}$",
                ",\"thread\":{\"title\":\"The stairs\",\"slug\":\"the-stairs\",\"writer\":\"Rosa\","
                    + "\"rules\":[\"Be kind.\"],\"count\":1}}"));
    Neighbours.wireMock().resetRequests();

    var answer = send(http, COMMENTS, Map.of("text", "Words.", "key", "key000000001"), true);

    assertThat(Neighbours.wireMock().getAllServeEvents())
        .extracting(event -> event.getRequest().getUrl())
        .filteredOn(url -> url.contains(LETTER))
        .as("nobody is asked again")
        .containsExactly("/comments-service" + COMMENTS);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Part")).isEqualTo("true");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    var part = parsed(answer);
    assertThat(part.select("ol[hx-swap-oob='afterbegin:#responses'] #c-" + FIRST + " .text").text())
        .isEqualTo("Words.");
    assertThat(part.select("form.composer input[name=key]").val()).isNotEqualTo("key000000001");
    assertThat(part.select("form.composer .rules").text()).startsWith("Be kind.");
    assertThat(part.select("#said").text()).isEqualTo("Your response is public.");
    assertThat(part.select("#thread-count[hx-swap-oob]").text()).isEqualTo("1 response");
    assertThat(part.select("a#letter-count[hx-swap-oob][href='#thread']").text())
        .isEqualTo("1 response");
    assertThat(part.select("header, .foot, title")).isEmpty();
  }

  @Test
  void leadsToAResponseThatCannotBeShownInThePage(TestHttp http) {
    // An older comments-service does not say what stands around it.
    answersWith(201, LettersForTests.comment(LETTER, 1, "marit", "<p>Words.</p>"));

    var answer = send(http, COMMENTS, Map.of("text", "Words."), true);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("HX-Redirect")).isEqualTo(COMMENTS + "/" + FIRST);
  }

  @Test
  void keepsTheWordsThatAreRefused(TestHttp http) {
    refusesWith(409, "letter-closed", "Responses closed on 1 May.");

    for (boolean htmx : new boolean[] {false, true}) {
      var answer =
          send(
              http,
              COMMENTS,
              Map.of("text", "My <b>words</b>.", "key", "key000000001", "on", "The \"stairs\""),
              htmx);

      assertThat(answer.status()).isEqualTo(409);
      var form = parsed(answer).select("form.composer");
      assertThat(form.select("textarea").val()).isEqualTo("My <b>words</b>.");
      assertThat(form.select("input[name=key]").val()).isEqualTo("key000000001");
      assertThat(form.select("input[name=on]").val()).isEqualTo("The \"stairs\"");
      assertThat(form.select("[role=alert]").text()).isEqualTo("Responses closed on 1 May.");
    }
  }

  @Test
  void keepsTheWordsWhenNobodyTakesThem(TestHttp http) {
    Neighbours.wireMock()
        .stubFor(
            post(urlPathEqualTo("/comments-service" + COMMENTS))
                .willReturn(aResponse().withStatus(503)));

    var answer = send(http, COMMENTS, Map.of("text", "My words."), false);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isEqualTo("60");
    assertThat(parsed(answer).select("textarea").val()).isEqualTo("My words.");
  }

  @Test
  void takesNothingWithoutTheToken(TestHttp http) {
    var answer = http.send(form(http, COMMENTS, Map.of("text", "Words.")).header("Cookie", marit));

    assertThat(answer.status()).isEqualTo(403);
  }

  @Test
  void repliesInItsPlaceOrOnAPageOfItsOwn(TestHttp http) {
    inPlace(LettersForTests.comment(LETTER, 1, "ines_b", "<p>I drive this line.</p>"));

    var page = parsed(asMarit(http, COMMENTS + "/" + FIRST + "/reply"));
    assertThat(page.select(".answered").text()).contains("ines_b").contains("I drive this line.");
    assertThat(page.select("input[name=parentId]").val()).isEqualTo(FIRST);
    assertThat(page.select("input[name=on]").val()).isEqualTo("The stairs");

    var part = asMarit(http, COMMENTS + "/" + FIRST + "/reply?part=true");
    assertThat(part.header("Part")).isEqualTo("true");
    assertThat(parsed(part).select("body > form input[name=parentId]").val()).isEqualTo(FIRST);
    assertThat(parsed(part).select("body > form input[name=on]").val()).isEqualTo("The stairs");
    var place = parsed(asMarit(http, COMMENTS + "/" + FIRST));
    assertThat(place.select("form.composer input[name=on]").val()).isEqualTo("The stairs");
  }

  @Test
  void changesAndWithdrawsOnlyOnesOwn(TestHttp http) {
    inPlace(LettersForTests.comment(LETTER, 1, "ines_b", "<p>Not hers.</p>"));

    assertThat(asMarit(http, COMMENTS + "/" + FIRST + "/edit").status()).isEqualTo(404);
    assertThat(asMarit(http, COMMENTS + "/" + FIRST + "/withdrawal").status()).isEqualTo(404);
    assertThat(send(http, COMMENTS + "/" + FIRST + "/withdrawal", Map.of(), false).status())
        .isEqualTo(404);
  }

  @Test
  void withdrawsAfterAsking(TestHttp http) {
    inPlace(own());
    Neighbours.wireMock()
        .stubFor(
            delete(urlPathEqualTo("/comments-service" + COMMENTS + "/" + FIRST))
                .willReturn(noContent()));

    assertThat(asMarit(http, COMMENTS + "/" + FIRST + "/withdrawal").body())
        .contains("This cannot be taken back.");
    var answer = send(http, COMMENTS + "/" + FIRST + "/withdrawal", Map.of("version", SEEN), false);

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo(PAGE + "?said=withdrawn#thread");
    Neighbours.wireMock()
        .verify(
            deleteRequestedFor(urlPathEqualTo("/comments-service" + COMMENTS + "/" + FIRST))
                .withQueryParam("version", equalTo(SEEN)));
  }

  @Test
  void fillsTheFormForAChangeWithTheSource(TestHttp http) {
    inPlace(own());

    var page = parsed(asMarit(http, COMMENTS + "/" + FIRST + "/edit"));

    assertThat(page.select("textarea").val()).isEqualTo("*Mine.*");
  }

  @Test
  void opensTheFormForAChangeAlsoWithoutTheTitleOfTheLetter(TestHttp http) {
    inPlace(own());
    postsServiceFails();

    for (String form : new String[] {"/edit", "/withdrawal"}) {
      var answer = asMarit(http, COMMENTS + "/" + FIRST + form);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(parsed(answer).select(".place-head a").attr("href")).endsWith(LETTER);
      assertThat(answer.body()).contains("Mine.").doesNotContain("The stairs");
    }
    refusesChange(
        422,
        "{\"type\":\"/problems/invalid-fields\",\"detail\":\"x\","
            + "\"fields\":[{\"field\":\"text\",\"sentence\":\"Too long.\"}]}");
    var refused =
        send(http, COMMENTS + "/" + FIRST + "/edit", Map.of("text", "W", "version", SEEN), false);
    assertThat(parsed(refused).select("#problem").text()).isEqualTo("Too long.");
    assertThat(parsed(refused).select("textarea").val()).isEqualTo("W");
  }

  @Test
  void changesNothingOnALetterThatIsGone(TestHttp http) {
    inPlace(own());
    for (int status : new int[] {404, 410}) {
      Neighbours.wireMock()
          .stubFor(
              any(urlPathMatching("/posts-service/letters/.*"))
                  .willReturn(
                      aResponse()
                          .withStatus(status)
                          .withHeader("Content-Type", "application/problem+json")
                          .withBody("{\"type\":\"/problems/gone\",\"detail\":\"x\"}")));

      assertThat(asMarit(http, COMMENTS + "/" + FIRST + "/edit").status()).isEqualTo(404);
    }
  }

  private static void postsServiceFails() {
    Neighbours.wireMock()
        .stubFor(
            any(urlPathMatching("/posts-service/letters/.*"))
                .willReturn(aResponse().withStatus(503)));
  }

  @Test
  void showsTheRulesOfTheLetterAboveWordsThatWereNotTaken(TestHttp http) {
    var form = parsed(asMarit(http, PAGE)).select("form.composer");
    assertThat(form.select("input[name=rule]").eachAttr("value")).containsExactly("Be kind.");
    refusesWith(429, "too-many", "Wait a minute.");

    for (boolean htmx : new boolean[] {false, true}) {
      var answer = send(http, COMMENTS, Map.of("text", "Words.", "rule", "Be <b>kind</b>."), htmx);

      assertThat(parsed(answer).select(".rules li").eachText().getFirst())
          .isEqualTo("Be <b>kind</b>.");
      assertThat(parsed(answer).select("input[name=rule]").val()).isEqualTo("Be <b>kind</b>.");
    }
    var long1 = send(http, COMMENTS, Map.of("text", "Words.", "rule", "x".repeat(201)), true);
    assertThat(long1.body()).doesNotContain("xxx");
  }

  @Test
  void showsBothTextsToTheSecondOfTwoTabs(TestHttp http) {
    inPlace(own());
    refusesChange(
        409,
        """
        {"type":"/problems/response-changed","detail":"Changed.",
         "newer":{"text":"From the first <tab>.","version":"bbbbbbbbbbbb.0"}}\
        """);

    var answer =
        send(
            http,
            COMMENTS + "/" + FIRST + "/edit",
            Map.of("text", "From the second tab.", "version", SEEN),
            false);

    assertThat(answer.status()).isEqualTo(409);
    var page = parsed(answer);
    assertThat(page.select(".newer .typed").text()).isEqualTo("From the first <tab>.");
    assertThat(page.select("textarea[name=text]").val()).isEqualTo("From the second tab.");
    assertThat(page.select("form.composer input[name=version]").val()).isEqualTo("bbbbbbbbbbbb.0");
  }

  @Test
  void givesTheWordsOfAChangeBackWhenTheResponseWasRemovedMeanwhile(TestHttp http) {
    for (String type : new String[] {"response-removed", "not-found"}) {
      int status = type.equals("not-found") ? 404 : 409;
      refusesChange(status, "{\"type\":\"/problems/" + type + "\",\"detail\":\"Gone.\"}");

      var answer =
          send(
              http,
              COMMENTS + "/" + FIRST + "/edit",
              Map.of("text", "Words that must not be lost.", "version", SEEN),
              false);

      assertThat(answer.status()).isEqualTo(status);
      assertThat(parsed(answer).select("textarea").val()).isEqualTo("Words that must not be lost.");
      assertThat(parsed(answer).select("#problem").text()).contains("was not saved");
    }
  }

  @Test
  void keepsTheWordsOfAChangeWhenNobodyAnswersAtAll(TestHttp http) {
    Neighbours.wireMock()
        .stubFor(
            any(urlPathMatching("/(comments|posts)-service/letters/.*"))
                .willReturn(aResponse().withStatus(503)));

    var answer =
        send(
            http,
            COMMENTS + "/" + FIRST + "/edit",
            Map.of("text", "Kept words.", "version", SEEN),
            false);

    assertThat(answer.status()).isEqualTo(503);
    var form = parsed(answer).select("form.composer");
    assertThat(form.select("textarea").val()).isEqualTo("Kept words.");
    assertThat(form.select("input[name=version]").val()).isEqualTo(SEEN);
    assertThat(form.attr("action")).endsWith(FIRST + "/edit");
  }

  @Test
  void asksOnceMoreBeforeItWithdrawsOtherWords(TestHttp http) {
    inPlace(own());
    Neighbours.wireMock()
        .stubFor(
            delete(urlPathEqualTo("/comments-service" + COMMENTS + "/" + FIRST))
                .willReturn(
                    aResponse()
                        .withStatus(409)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody("{\"type\":\"/problems/response-changed\",\"detail\":\"x\"}")));

    var answer = send(http, COMMENTS + "/" + FIRST + "/withdrawal", Map.of("version", SEEN), false);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(parsed(answer).select(".answered").text()).isEqualTo("Mine.");
    assertThat(parsed(answer).select("#problem").text()).contains("Nothing was withdrawn");
  }

  @Test
  void saysThatAResponseArrivedAlsoWhenItCannotBeShown(TestHttp http) {
    Neighbours.wireMock()
        .stubFor(
            any(urlPathMatching("/posts-service/letters/.*"))
                .willReturn(aResponse().withStatus(503)));

    var answer = asMarit(http, COMMENTS + "/" + FIRST + "?sent=true");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(parsed(answer).select("main").text()).startsWith("Your response has arrived");
    assertThat(parsed(asMarit(http, COMMENTS + "/" + FIRST)).select("main").text())
        .doesNotContain("has arrived");
  }

  private static void refusesChange(int status, String problem) {
    Neighbours.wireMock()
        .stubFor(
            put(urlPathEqualTo("/comments-service" + COMMENTS + "/" + FIRST))
                .willReturn(
                    aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody(problem)));
  }

  @Test
  void keepsAStrangersWordsForTheFormTheyWereWrittenIn(TestHttp http) {
    var parked =
        http.send(
            form(http, "/letters/" + LETTER + "/draft-comment", Map.of("text", "Not sent yet."))
                .header("Referer", "http://localhost:8080" + PAGE));
    assertThat(parked.status()).isEqualTo(307);
    var cookie = parked.header("Set-Cookie").replaceAll(";.*", "");

    var page = parsed(http.send(http.request(PAGE, null).header("Cookie", cookie)));

    assertThat(page.select("form.composer textarea").val()).isEqualTo("Not sent yet.");
    assertThat(page.select("form.composer .note.good").text()).startsWith("Your words were kept.");
  }

  private static String own() {
    return LettersForTests.comment(LETTER, 1, "marit", "<p><em>Mine.</em></p>")
        .replace("\"mine\":false", "\"mine\":true")
        .replace("\"text\":null", "\"text\":\"*Mine.*\"")
        .replace("\"canRemove\":false", "\"canRemove\":false,\"version\":\"" + SEEN + "\"");
  }

  private static void inPlace(String comment) {
    Neighbours.wireMock()
        .stubFor(
            get(urlPathEqualTo("/comments-service" + COMMENTS + "/" + FIRST))
                .willReturn(
                    okJson(
                        "{\"comment\":"
                            + comment
                            + ",\"ancestors\":[],\"count\":1,\"rules\":[\"Be kind.\"]}")));
  }

  private static void answersWith(int status, String comment) {
    Neighbours.wireMock()
        .stubFor(
            post(urlPathEqualTo("/comments-service" + COMMENTS))
                .willReturn(
                    aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/json")
                        .withBody(comment)));
  }

  private static void refusesWith(int status, String type, String detail) {
    Neighbours.wireMock()
        .stubFor(
            post(urlPathEqualTo("/comments-service" + COMMENTS))
                .willReturn(
                    aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody(
                            "{\"type\":\"/problems/"
                                + type
                                + "\",\"detail\":\""
                                + detail
                                + "\"}")));
  }

  private TestHttp.Answer asMarit(TestHttp http, String path) {
    return http.send(http.request(path, null).header("Cookie", marit));
  }

  /// Sends a form as the page would, with the token that a page of hers carries.
  private TestHttp.Answer send(
      TestHttp http, String path, Map<String, String> fields, boolean htmx) {
    var all = new HashMap<>(fields);
    all.put("_csrf", parsed(asMarit(http, "/about")).select("input[name=_csrf]").val());
    var request = form(http, path, all).header("Cookie", marit);
    return http.send(htmx ? request.header("HX-Request", "true") : request);
  }

  private static HttpRequest.Builder form(TestHttp http, String path, Map<String, String> fields) {
    return http.request(path, null)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Origin", "http://localhost:8080")
        .POST(
            HttpRequest.BodyPublishers.ofString(
                fields.entrySet().stream()
                    .map(field ->
                        field.getKey()
                            + "="
                            + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"))));
  }

  private static Document parsed(TestHttp.Answer answer) {
    return Jsoup.parse(answer.body());
  }
}
