package org.openletter.gateway.studio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openletter.gateway.Browser;
import org.openletter.gateway.Desk;
import org.openletter.gateway.GatewayTest;
import org.openletter.gateway.IdentityStub;
import org.openletter.platform.test.TestHttp;

/// The studio through the whole gateway.
@GatewayTest
class StudioTest {

  private static final String ID = "abcdefabcdef";
  private static final String DRAFT = "/posts-service/letters/" + ID + "/draft";
  private static final String THREAD = "/comments-service/letters/" + ID + "/thread";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/studio",
        "/studio/letters/new",
        "/studio/letters/abcdefabcdef",
        "/studio/letters/abcdefabcdef/preview",
        "/studio/letters/abcdefabcdef/thread",
        "/studio/queue",
        "/studio/imports",
        "/inbox",
        "/me",
        "/me/comments"
      })
  void asksAStrangerToSignInAndLeadsBack(String address, TestHttp http) {
    var answer = new Browser(http).get(address);

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).contains("/sign-in?from=" + address.replace("/", "%2F"));
  }

  @Test
  void listsHerLettersWithWhatHappensUnderThem(TestHttp http) {
    var desk = new Desk(http);
    Desk.answers(
        "GET",
        "/posts-service/letters/mine",
        """
        {"letters":[{"id":"%s","slug":"the-stairs","title":"%s","addressee":"the Board","state":"published",
          "savedAt":"2026-11-14T08:00:00Z","publishedAt":"2026-11-14T08:00:00Z","version":3,"unpublishedChanges":true}],
         "next":"older"}\
        """
            .formatted(ID, Desk.json(Desk.HOSTILE)));
    Desk.answers("GET", "/comments-service/threads", "{\"counts\":{\"" + ID + "\":24}}");
    Desk.answers(
        "GET",
        "/comments-service/queue",
        "{\"waiting\":1,\"items\":[{\"firstHere\":true,\"letter\":{\"id\":\""
            + ID
            + "\"}}],\"next\":null}");

    var page = Desk.page(desk.get("/studio"));

    assertThat(page.select(".own-letters h2").text()).isEqualTo(Desk.HOSTILE);
    assertThat(page.select("script:not([src]), img")).isEmpty();
    assertThat(page.select(".own-letters").text())
        .contains("published", "changes not public yet", "24 responses", "1 waits for you");
    assertThat(page.select("a[href='/studio?before=older']")).hasSize(1);
    assertThat(page.select("h1")).hasSize(1);
  }

  @Test
  void showsHerLettersWhileResponsesAreOutOfReach(TestHttp http) {
    var desk = new Desk(http);
    Desk.fails("/comments-service/queue");

    var answer = desk.get("/studio");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(Desk.page(answer).select("main").text())
        .contains("Write a letter, or bring one in.");
  }

  @Test
  void tellsAnAccountThatWaitsForStaffThatItDoes(TestHttp http) {
    new Desk(http);
    Desk.answers("GET", "/comments-service/queue", "{\"waiting\":0,\"items\":[],\"next\":null}");
    var waiting = IdentityStub.signedIn(http, "acc0000000bb", "admin-of-all");

    var page = Desk.page(waiting.get("/studio"));

    assertThat(page.select(".note.wait").text()).contains("waits for somebody who runs this site");
    assertThat(page.select("a[href='/studio/letters/new']")).isEmpty();
  }

  @Test
  void changesHowAConversationIsHeld(TestHttp http) {
    var desk = new Desk(http);
    Desk.answers("PUT", THREAD, settings("closed", 4));

    var answer = desk.post(address("/thread"), "mode", "closed", "rules", "", "version", "3");

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo(address("/thread?saved"));
    assertThat(Desk.arrived("PUT", THREAD).getFirst().getBodyAsString())
        .contains("\"mode\":\"closed\"", "\"version\":3", "\"closesAt\":null");
  }

  @Test
  void saysWhatWasSavedAlsoWhenTheTitleCannotBeHad(TestHttp http) {
    var desk = new Desk(http);
    Desk.answers("GET", THREAD, settings("closed", 4));
    Desk.fails(DRAFT);

    var answer = desk.get(address("/thread?saved"));

    assertThat(answer.status()).isEqualTo(200);
    var page = Desk.page(answer);
    assertThat(page.select(".note.good").text()).isEqualTo("Saved. It holds from now on.");
    assertThat(page.select(".note.wait").text()).contains("title", "cannot be shown right now");
    assertThat(page.select("input[value=closed]").hasAttr("checked")).isTrue();
  }

  @Test
  void saysWhatWasSavedAlsoWhenItCannotBeShown(TestHttp http) {
    var desk = new Desk(http);
    Desk.fails(THREAD);

    var answer = desk.get(address("/thread?saved"));

    assertThat(answer.status()).isEqualTo(503);
    assertThat(Desk.page(answer).select("main").text())
        .contains("was saved, and it holds from now on", "comments-service");
    assertThat(Desk.page(desk.get(address("/thread"))).select("main").text())
        .doesNotContain("saved");
  }

  @ParameterizedTest
  @CsvSource({"withdrawn,The letter is withdrawn.", "discarded,The draft is discarded."})
  void saysWhatWasDoneAlsoWhenHerLettersCannotBeListed(String done, String said, TestHttp http) {
    var desk = new Desk(http);
    Desk.fails("/posts-service/letters/mine");

    var answer = desk.get("/studio?done=" + done);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(Desk.page(answer).select("main").text()).contains(said, "posts-service");
    assertThat(Desk.page(desk.get("/studio?done=other")).select("main").text())
        .doesNotContain("withdrawn", "discarded");
  }

  @Test
  void marksWhatWasNotPublicOnTheOldSite(TestHttp http) {
    var desk = new Desk(http);
    Desk.answers(
        "GET",
        "/posts-service/letters/mine",
        """
        {"letters":[{"id":"%s","slug":"the-stairs","title":"The stairs","addressee":"","state":"draft",
          "savedAt":"2026-11-14T08:00:00Z","publishedAt":null,"version":1,"unpublishedChanges":false,"was":"protected"},
         {"id":"bbbbbbbbbbbb","slug":"the-lamps","title":"The lamps","addressee":"","state":"draft",
          "savedAt":"2026-11-13T08:00:00Z","publishedAt":null,"version":1,"unpublishedChanges":false,"was":null}],
         "next":null}\
        """
            .formatted(ID));
    Desk.answers("GET", "/comments-service/queue", "{\"waiting\":0,\"items\":[],\"next\":null}");

    var rows = Desk.page(desk.get("/studio")).select(".own-letters li");

    assertThat(rows.get(0).select(".chip").eachText())
        .containsExactly("draft", "had a password on the old site");
    assertThat(rows.get(1).select(".chip").eachText()).containsExactly("draft");
  }

  @Test
  void keepsTheChoiceWhenTheConversationWasChangedElsewhere(TestHttp http) {
    var desk = new Desk(http);
    Desk.refuses("PUT", THREAD, 409, "thread-changed", "");
    Desk.answers("GET", THREAD, settings("open", 9));

    var answer = desk.post(address("/thread"), "mode", "hold-all", "rules", "Mine", "version", "3");

    assertThat(answer.status()).isEqualTo(409);
    var page = Desk.page(answer);
    assertThat(page.select("input[value=hold-all]").hasAttr("checked")).isTrue();
    assertThat(page.select("textarea[name=rules]").text()).isEqualTo("Mine");
    assertThat(page.select("input[name=version]").val()).isEqualTo("9");
    assertThat(page.select("dl.now").text()).contains("Responses Open", "House rules none");
  }

  @Test
  void keepsTheChoiceWhenNobodyAnswers(TestHttp http) {
    var desk = new Desk(http);
    Desk.fails(THREAD);

    var answer = desk.post(address("/thread"), "mode", "hold-all", "rules", "Mine", "version", "3");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(Desk.page(answer).select("textarea[name=rules]").text()).isEqualTo("Mine");
  }

  @Test
  void asksOnceBeforeALetterIsTakenBack(TestHttp http) {
    var desk = new Desk(http);
    Desk.answers("GET", DRAFT, head("published"));
    Desk.answers(
        "DELETE", "/posts-service/letters/" + ID + "/publication", "{\"state\":\"withdrawn\"}");

    var question = desk.get(address("/withdrawal"));
    assertThat(Desk.page(question).select("h1").text()).isEqualTo("Withdraw “The stairs”?");
    String version = Desk.page(question).select("main input[name=version]").val();
    var answer = desk.post(address("/withdrawal"), "version", version);

    assertThat(
            Desk.arrived("DELETE", "/posts-service/letters/" + ID + "/publication")
                .getFirst()
                .getUrl())
        .endsWith("?version=2");
    assertThat(answer.header("Location")).isEqualTo("/studio?done=withdrawn");
    assertThat(desk.get(address("/discard")).header("Location")).isEqualTo(address(""));
  }

  @ParameterizedTest
  @CsvSource({
    "published,/withdrawal,/publication,Not withdrawn",
    "draft,/discard,'',Not discarded"
  })
  void takesNothingBackThatSheHasNotSeen(
      String state, String page, String below, String words, TestHttp http) {
    var desk = new Desk(http);
    Desk.answers("GET", DRAFT, head(state));
    Desk.refuses("DELETE", "/posts-service/letters/" + ID + below, 409, "letter-changed", "");

    var answer = desk.post(address(page), "version", "1");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(Desk.page(answer).select(".note.bad").text()).startsWith(words);
    assertThat(Desk.page(answer).select("main input[name=version]").val())
        .isEqualTo(state.equals("draft") ? "3" : "2");
  }

  @Test
  void changesNothingWithoutTheTokenOfHerForms(TestHttp http) {
    var desk = new Desk(http);

    var answer = desk.browser().post(address("/discard"));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(Desk.arrived("DELETE", "/posts-service/letters/" + ID)).isEmpty();
  }

  private static String address(String below) {
    return "/studio/letters/" + ID + below;
  }

  private static String settings(String mode, int version) {
    return "{\"letterId\":\"%s\",\"mode\":\"%s\",\"closesAt\":null,\"rules\":[],\"version\":%d}"
        .formatted(ID, mode, version);
  }

  private static String head(String state) {
    return """
    {"id":"%s","slug":"the-stairs","state":"%s","title":"The stairs","version":3,"publicVersion":2,
     "savedAt":"2026-11-14T08:00:00Z","unpublishedChanges":false}\
    """
        .formatted(ID, state);
  }
}
