package org.openletter.gateway.desk.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openletter.gateway.Browser;
import org.openletter.gateway.Desk;
import org.openletter.gateway.GatewayTest;
import org.openletter.gateway.neighbour.comments.FakeQueue;
import org.openletter.platform.test.TestHttp;

/// The queue through the whole gateway.
@GatewayTest
class QueueTest {

  private static final String LETTER = FakeQueue.LETTER;
  private static final String FIRST = LETTER + "/" + FakeQueue.id(1);
  private static final String SECOND = LETTER + "/" + FakeQueue.id(2);
  private static final String SEEN = "aaaaaaaaaaaa.0";
  private static final String AFTER = "aaaaaaaaaaaa.bbbbbbbbbbbb";
  private static final String DECISION =
      "/comments-service/letters/" + LETTER + "/comments/" + FakeQueue.id(1) + "/decision";

  @BeforeEach
  void twoWait() {
    Desk.answers("GET", "/comments-service/queue", queue(item(1, "Order now."), item(2, "Fine.")));
  }

  @Test
  void showsTheReasonsBesideTheTextTheyRestOn(TestHttp http) {
    var page = Desk.page(new Desk(http).get("/studio/queue"));

    assertThat(page.select(".rows li")).hasSize(2);
    assertThat(page.select(".rows li[aria-current] a").attr("href"))
        .isEqualTo("/studio/queue/" + FIRST + "#item");
    assertThat(page.select("#item .written mark").eachText()).containsExactly("Order");
    assertThat(page.select("#item .why").text())
        .isEqualTo("advertising 0.98 Words of a sales offer.");
    assertThat(page.select("#item").text()).contains("Checked by screening 1.0");
    assertThat(page.select("#item form button").eachText())
        .containsExactly("Publish", "Spam", "Remove it");
    assertThat(page.select("h1")).hasSize(1);
    assertThat(page.select("kbd:not(.leave kbd), input[type=checkbox]")).isEmpty();
  }

  @Test
  void escapesWhatStrangersWrite(TestHttp http) {
    Desk.answers("GET", "/comments-service/queue", queue(item(1, Desk.HOSTILE)));

    var page = Desk.page(new Desk(http).get("/studio/queue"));

    assertThat(page.expectFirst("#item .written").text()).isEqualTo(Desk.HOSTILE);
    assertThat(page.select("script:not([src]), img, [onerror]")).isEmpty();
  }

  @Test
  void coversPersonalDataUntilItIsOpened(TestHttp http) {
    Desk.answers(
        "GET",
        "/comments-service/queue",
        queue(
            item(1, "Call 4410.")
                .replace("\"masked\":\"Call 4410.\"", "\"masked\":\"Call ●●●●.\"")));

    var page = Desk.page(new Desk(http).get("/studio/queue"));

    assertThat(page.select(".rows").text()).doesNotContain("4410");
    assertThat(page.select("#item .in > .written").text()).doesNotContain("4410");
    assertThat(page.select("#item details.covered:not([open]) .written").text()).contains("4410");
  }

  @Test
  void saysThatNothingWaits(TestHttp http) {
    Desk.answers("GET", "/comments-service/queue", queue());

    assertThat(Desk.page(new Desk(http).get("/studio/queue")).select("main").text())
        .contains("All clear.");
  }

  @Test
  void saysThatCheckingIsLate(TestHttp http) {
    Desk.answers(
        "GET",
        "/comments-service/queue",
        queue(
            item(1, "Fine.")
                .replace("\"waiting\":null", "\"waiting\":{\"reason\":\"screening-pending\"}")
                .replaceAll(
                    "\"code\":\"advertising\",\"parameters\":[^}]*}",
                    "\"code\":\"screening-pending\",\"parameters\":{}")));

    var page = Desk.page(new Desk(http).get("/studio/queue"));
    assertThat(page.select(".rows .chips").text()).isEqualTo("not checked yet");

    assertThat(page.select(".note.wait").text()).startsWith("Checking is late: 1 waits.");
    assertThat(page.select("#item form button").eachText()).containsExactly("Spam", "Remove it");
  }

  @Test
  void leadsToTheNextRowAfterAnActAndOffersTheWayBack(TestHttp http) {
    var desk = new Desk(http);
    Desk.answers("PUT", DECISION, decided("removed"));

    var answer = act(desk, "act", "spam", "then", SECOND, "version", SEEN);

    assertThat(answer.status()).isEqualTo(303);
    assertThat(Desk.arrived("PUT", DECISION).getFirst().getBodyAsString())
        .isEqualTo("{\"act\":\"spam\",\"reason\":null,\"version\":\"" + SEEN + "\"}");
    var page = Desk.page(desk.get(answer.header("Location")));
    assertThat(page.select(".rows li[aria-current] a").attr("href")).contains(SECOND);
    assertThat(page.select(".toast p").text())
        .isEqualTo(
            "Marked as spam. Unless you take it back, its writer is told that you removed it as"
                + " junk.");
    assertThat(page.select(".toast form").attr("action"))
        .isEqualTo("/studio/queue/" + FIRST + "/undo");
    assertThat(page.select(".toast form input[name=_csrf]").val()).isNotEmpty();
    assertThat(page.select(".toast form input[name=version]").val()).isEqualTo(AFTER);
  }

  @Test
  void saysThatThePublicWordsOfAChangeGoToo(TestHttp http) {
    String change =
        item(1, "Call 4410.")
            .replace("\"state\":\"held\"", "\"state\":\"published\"")
            .replace("\"change\":false", "\"change\":true");
    Desk.answers("GET", "/comments-service/queue", queue(change));

    assertThat(Desk.page(new Desk(http).get("/studio/queue")).select("#reason-hint").text())
        .startsWith("The words that are public now go too.");
  }

  @Test
  void takesAnActBack(TestHttp http) {
    var desk = new Desk(http);
    Desk.answers("DELETE", DECISION, decided("held"));

    var answer = desk.post("/studio/queue/" + FIRST + "/undo", "version", AFTER);

    assertThat(Desk.arrived("DELETE", DECISION).getFirst().getUrl()).endsWith("?version=" + AFTER);

    assertThat(answer.header("Location")).startsWith("/studio/queue/" + FIRST + "?did=undo");
    assertThat(Desk.page(desk.get(answer.header("Location"))).select(".toast form")).isEmpty();
  }

  @Test
  void namesWhatIsSilentWhenAnActCannotBeTakenBackAndOffersItAgain(TestHttp http) {
    var desk = new Desk(http);
    Desk.fails(DECISION);

    var answer = desk.post("/studio/queue/" + FIRST + "/undo", "version", AFTER);

    assertThat(answer.status()).isEqualTo(503);
    var page = Desk.page(answer);
    assertThat(page.select("#queue .said .note.bad[role=alert]").text())
        .contains("comments-service");
    assertThat(page.select(".rows li")).hasSize(2);
    var again = page.expectFirst("#queue .said form");
    assertThat(again.attr("action")).isEqualTo("/studio/queue/" + FIRST + "/undo");
    assertThat(again.select("input[name=version]").val()).isEqualTo(AFTER);
    assertThat(again.select("button").text()).isEqualTo("Undo it");
  }

  @Test
  void offersNoUndoAgainThatWasRefused(TestHttp http) {
    var desk = new Desk(http);
    Desk.refuses("DELETE", DECISION, 409, "undo-over", "");

    var page = Desk.page(desk.post("/studio/queue/" + FIRST + "/undo", "version", AFTER));

    assertThat(page.select("#queue .said .note.bad")).hasSize(1);
    assertThat(page.select("#queue .said form")).isEmpty();
  }

  @Test
  void saysInPlaceOfItsButtonWhyAnActCannotBeTakenBack(TestHttp http) {
    var desk = new Desk(http);

    var answer =
        desk.browser()
            .send(
                desk.browser()
                    .request("/studio/queue/" + FIRST + "/undo")
                    .header("Origin", Browser.ORIGIN)
                    .header("Sec-Fetch-Site", "same-origin")
                    .header("HX-Request", "true")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("_csrf=stale&version=" + AFTER)));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.header("part")).isEqualTo("true");
    var form = Desk.page(answer).expectFirst("form");
    assertThat(form.attr("action")).isEqualTo("/studio/queue/" + FIRST + "/undo");
    assertThat(form.select("[role=alert]").text()).contains("send this once more");
    assertThat(form.select("input[name=version]").val()).isEqualTo(AFTER);
  }

  @Test
  void asksForAReasonAndKeepsTheWords(TestHttp http) {
    var answer = act(new Desk(http), "act", "remove", "words", "Typed words.");

    assertThat(answer.status()).isEqualTo(422);
    var page = Desk.page(answer);
    assertThat(page.select("details.removal").hasAttr("open")).isTrue();
    assertThat(page.select("#reason-error").text()).isNotEmpty();
    assertThat(page.select("#words").text()).isEqualTo("Typed words.");
    assertThat(Desk.arrived("PUT", DECISION)).isEmpty();
  }

  @Test
  void tellsThatItWasDecidedBefore(TestHttp http) {
    var desk = new Desk(http);
    Desk.refuses("PUT", DECISION, 409, "decided-before", "");

    var answer = act(desk, "act", "publish");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(Desk.page(answer).select(".note.bad").text()).isEqualTo("Said by the service.");
  }

  @Test
  void keepsTheDecisionWhenNobodyAnswers(TestHttp http) {
    var desk = new Desk(http);
    Desk.fails("/comments-service/queue");
    Desk.fails(DECISION);

    var answer = act(desk, "act", "remove", "reason", "rule", "words", "Typed words.");

    assertThat(answer.status()).isEqualTo(503);
    var page = Desk.page(answer);
    assertThat(page.select("#words").text()).isEqualTo("Typed words.");
    assertThat(page.select("#queue input[name=reason]").val()).isEqualTo("rule");
    assertThat(page.select("main").text()).doesNotContain("All clear");
  }

  @Test
  void tellsThatAResponseDoesNotWaitAnyMore(TestHttp http) {
    var desk = new Desk(http);
    String gone = LETTER + "/" + FakeQueue.id(7);
    Desk.refuses(
        "GET",
        "/comments-service/letters/" + LETTER + "/comments/" + FakeQueue.id(7),
        404,
        "not-found",
        "");

    var answer = desk.get("/studio/queue/" + gone);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(Desk.page(answer).select(".note.wait").text()).contains("does not wait for you");
  }

  @Test
  void removesAPublicResponseOfHerLetter(TestHttp http) {
    var desk = new Desk(http);
    Desk.answers(
        "GET",
        "/comments-service/letters/" + LETTER + "/comments/" + FakeQueue.id(7),
        "{\"comment\":" + comment(7, "Public.", "published") + "}");

    var page = Desk.page(desk.get("/studio/queue/" + LETTER + "/" + FakeQueue.id(7)));

    assertThat(page.select("#item form button").eachText()).containsExactly("Remove it");
    assertThat(page.select("#item").text()).contains("This response is public.");
    // The words stand beside the act, as everybody reads them.
    assertThat(page.select("#item .rendered p").text()).isEqualTo("Html.");
    assertThat(page.select("#item form input[name=version]").val()).isEqualTo(SEEN);
  }

  @Test
  void showsTheNewerTextAndKeepsTheReasonWhenTheResponseChanged(TestHttp http) {
    var desk = new Desk(http);
    Desk.refuses("PUT", DECISION, 409, "response-changed", "");
    Desk.answers(
        "GET",
        "/comments-service/queue",
        queue(item(1, "I live at 12 Alder Close.").replace(SEEN, AFTER), item(2, "Fine.")));

    var answer =
        act(desk, "act", "remove", "reason", "rule", "words", "Typed words.", "version", SEEN);

    assertThat(answer.status()).isEqualTo(409);
    var page = Desk.page(answer);
    assertThat(page.select("#item .written").text()).contains("Alder Close");
    assertThat(page.select("#words").text()).isEqualTo("Typed words.");
    assertThat(page.select("input[name=reason][checked]").val()).isEqualTo("rule");
    assertThat(page.select("#item form input[name=version]").eachAttr("value"))
        .containsExactly(AFTER, AFTER, AFTER);
  }

  @Test
  void doesNotPutWordsAboutOneResponseIntoAFormAboutAnother(TestHttp http) {
    var desk = new Desk(http);
    Desk.refuses("PUT", DECISION, 409, "withdrawn", "");
    Desk.answers("GET", "/comments-service/queue", queue(item(2, "Fine.")));
    Desk.refuses(
        "GET",
        "/comments-service/letters/" + LETTER + "/comments/" + FakeQueue.id(1),
        404,
        "not-found",
        "");

    var page =
        Desk.page(act(desk, "act", "remove", "reason", "rule", "words", "Typed.", "version", SEEN));

    assertThat(page.select("#words").text()).isEmpty();
    assertThat(page.select("details.removal").hasAttr("open")).isFalse();
    assertThat(page.select("#words-left").text()).isEqualTo("Typed.");
  }

  @Test
  void showsInTheBarHowManyWaitInAll(TestHttp http) {
    Desk.answers(
        "GET",
        "/comments-service/queue",
        queue(item(1, "Fine.")).replace("\"inAll\":1", "\"inAll\":7"));

    var page = Desk.page(new Desk(http).get("/studio/queue?letter=" + LETTER));

    assertThat(page.select("#queue").attr("data-waiting")).isEqualTo("7");
    assertThat(page.select("#queue header b").text()).isEqualTo("1 waits");
  }

  @Test
  void decidesNothingWithoutTheTokenOfHerForms(TestHttp http) {
    var desk = new Desk(http);

    var answer = desk.browser().post("/studio/queue/" + FIRST + "/decision", "act", "publish");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(Desk.arrived("PUT", DECISION)).isEmpty();
  }

  private static TestHttp.Answer act(Desk desk, String... fields) {
    return desk.post("/studio/queue/" + FIRST + "/decision", fields);
  }

  private static String queue(String... items) {
    return "{\"waiting\":%d,\"inAll\":%d,\"items\":[%s],\"next\":null}"
        .formatted(items.length, items.length, String.join(",", items));
  }

  private static String decided(String state) {
    return "{\"comment\":%s,\"undoUntil\":\"2026-11-15T10:22:00Z\",\"tellsAuthor\":true}"
        .formatted(comment(1, "Order now.", state).replace(SEEN, AFTER));
  }

  private static String item(int number, String text) {
    return """
    {"comment":%s,"letter":{"id":"%s","slug":"the-stairs","title":"The stairs"},"change":false,"firstHere":true,
     "reasons":[{"code":"advertising","parameters":{"label":"advertising","sentence":"Words of a sales offer."},
      "score":0.98,"spans":[{"start":0,"end":5}]}],"checkedBy":"screening 1.0","masked":"%s"}\
    """
        .formatted(comment(number, text, "held"), LETTER, Desk.json(text));
  }

  private static String comment(int number, String text, String state) {
    return """
    {"id":"%s","letterId":"%s","parentId":null,"depth":1,"author":{"handle":"tomek","name":"Tomek","imported":false},
     "mine":false,"byWriter":false,"state":"%s","html":"<p>Html.</p>","text":"%s","createdAt":"2026-11-14T22:10:00Z",
     "editedAt":null,"tombstone":null,"waiting":null,"editableUntil":null,"replies":[],"moreReplies":0,
     "nextReply":null,"canRemove":true,"version":"aaaaaaaaaaaa.0"}\
    """
        .formatted(FakeQueue.id(number), LETTER, state, Desk.json(text));
  }
}
