package org.openletter.gateway.studio.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openletter.gateway.Browser;
import org.openletter.gateway.Desk;
import org.openletter.gateway.GatewayTest;
import org.openletter.gateway.neighbour.posts.FakeDrafts;
import org.openletter.platform.test.TestHttp;

/// The editor through the whole gateway.
@GatewayTest
class EditorTest {

  private static final String ID = FakeDrafts.ID;
  private static final String LETTER = "/posts-service/letters/" + ID;
  private static final String SAVED = FakeDrafts.json("draft", "The stairs", "Kept words.", 8);

  @BeforeEach
  void thereIsALetter() {
    Desk.answers("GET", LETTER + "/draft", FakeDrafts.json("draft", "The stairs", "Kept words."));
    Desk.answers(
        "POST",
        "/posts-service/letters/preview",
        "{\"html\":\"<p>Rendered words.</p>\",\"words\":2,\"minutes\":1}");
  }

  @Test
  void beginsALetterOnceFromAnEmptySheet(TestHttp http) {
    var desk = new Desk(http);
    Desk.answers("POST", "/posts-service/letters", SAVED);
    var sheet = Desk.page(desk.get("/studio/letters/new"));
    String key = sheet.select("#letter input[name=key]").val();
    assertThat(sheet.title()).startsWith("Write a letter ");
    assertThat(sheet.select("h1").text()).isEqualTo("Write a letter");
    var begun = Desk.page(desk.get("/studio/letters/" + ID));
    assertThat(begun.title()).startsWith("Edit your letter ");
    assertThat(begun.select("h1").text()).isEqualTo("Edit your letter");

    var answer = desk.post("/studio/letters", "title", "T", "body", "B", "key", key, "act", "save");

    assertThat(key).hasSize(12);
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo("/studio/letters/" + ID);
    assertThat(Desk.arrived("POST", "/posts-service/letters").getFirst().getBodyAsString())
        .contains("\"key\":\"" + key + "\"");
  }

  @Test
  void savesAndGoesOnToSeeItAsReadersWill(TestHttp http) {
    var desk = new Desk(http);
    Desk.answers("PUT", LETTER + "/draft", SAVED);

    var answer = save(desk, "act", "preview");

    assertThat(answer.header("Location")).isEqualTo("/studio/letters/" + ID + "/preview");
    var page = Desk.page(desk.get(answer.header("Location")));
    assertThat(page.select(".letter-body").html()).isEqualTo("<p>Rendered words.</p>");
    assertThat(page.select("form[action$=/publication] input[name=version]").eachAttr("value"))
        .containsOnly("7");
  }

  @Test
  void tellsTheScriptWhereTheWordsAre(TestHttp http) {
    var desk = new Desk(http);
    Desk.answers("PUT", LETTER + "/draft", SAVED);

    var answer = save(desk, "part", "true");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Part")).isEqualTo("true");
    var saved = Desk.page(answer).select("#saved");
    assertThat(saved.attr("data-outcome")).isEqualTo("saved");
    assertThat(saved.attr("data-version")).isEqualTo("8");
    assertThat(Desk.page(answer).select("header, form")).isEmpty();
    assertThat(Desk.arrived("PUT", LETTER + "/draft")).hasSize(1);
    assertThat(Desk.arrived("GET", LETTER + "/draft")).as("asks nobody again").isEmpty();
  }

  @Test
  void saysOfAPublicLetterWhetherReadersSeeWhatWasSaved(TestHttp http) {
    var desk = new Desk(http);
    for (boolean changes : new boolean[] {true, false}) {
      Desk.answers(
          "PUT",
          LETTER + "/draft",
          FakeDrafts.json("published", "The stairs", "Kept words.", 8)
              .replace("\"unpublishedChanges\":false", "\"unpublishedChanges\":" + changes));

      assertThat(Desk.page(save(desk, "part", "true")).select("#problems").text())
          .contains(changes ? "Your changes are not public yet." : "This letter is public");
    }
  }

  @Test
  void showsBothTextsWhenTheLetterWasChangedElsewhere(TestHttp http) {
    var desk = new Desk(http);
    Desk.refuses(
        "PUT",
        LETTER + "/draft",
        409,
        "letter-changed",
        ",\"newer\":{\"version\":9,\"savedAt\":\"2026-11-14T08:00:00Z\",\"title\":\"T\",\"body\":\"%s\"}"
            .formatted(Desk.json(Desk.HOSTILE)));

    var answer = save(desk);

    assertThat(answer.status()).isEqualTo(409);
    var page = Desk.page(answer);
    assertThat(page.select("#newer-body").text()).isEqualTo(Desk.HOSTILE);
    assertThat(page.select("#newer-title").text()).isEqualTo("T");
    assertThat(page.select("#problems summary").text())
        .contains("Title: not the same there and here.");
    assertTyped(page);
    assertThat(page.select("#letter input[name=version]").val()).isEqualTo("9");
    assertThat(save(desk, "part", "true").status()).isEqualTo(409);
  }

  @Test
  void takesOverWhatOnlyTheOtherWindowChanged(TestHttp http) {
    var desk = new Desk(http);
    var sheet = Desk.page(desk.get("/studio/letters/" + ID));
    Desk.refuses(
        "PUT",
        LETTER + "/draft",
        409,
        "letter-changed",
        ",\"newer\":{\"version\":9,\"title\":\"Their title\",\"addressee\":\"Their Board\",\"body\":\"Their words.\"}");

    var page =
        Desk.page(
            desk.post(
                "/studio/letters/" + ID,
                "title",
                "The stairs",
                "addressee",
                "",
                "body",
                "My words.",
                "version",
                "7",
                "was",
                sheet.select("#letter input[name=was]").val()));

    assertThat(page.select("#title").val()).isEqualTo("Their title");
    assertThat(page.select("#addressee").val()).isEqualTo("Their Board");
    assertThat(page.expectFirst("#body").wholeText()).isEqualTo("My words.");
    assertThat(page.select("#newer-body").text()).isEqualTo("Their words.");
    assertThat(page.select("#problems summary").text())
        .startsWith("Letter: changed there and here.");
    assertThat(page.select("[data-take]").eachAttr("data-take"))
        .containsExactly("addressee", "title");
    assertThat(page.select("#problems").text()).contains("Taken over from there", "To, Title");

    Desk.answers("PUT", LETTER + "/draft", SAVED);
    desk.post(
        "/studio/letters/" + ID,
        "title",
        "Their title",
        "body",
        "My words.",
        "version",
        "9",
        "apart",
        page.select("#letter input[name=apart]").val());
    assertThat(Desk.arrived("PUT", LETTER + "/draft"))
        .anySatisfy(
            sent -> assertThat(sent.getBodyAsString()).contains("\"version\":9", "\"apart\":true"));
  }

  @Test
  void saysBesideTheFieldWhatIsWrong(TestHttp http) {
    var desk = new Desk(http);
    Desk.refuses(
        "PUT",
        LETTER + "/draft",
        422,
        "invalid-fields",
        ",\"fields\":[{\"field\":\"title\",\"sentence\":\"Too long.\"}]");

    var answer = save(desk);

    assertThat(answer.status()).isEqualTo(422);
    var page = Desk.page(answer);
    assertThat(page.select("#title-error").text()).isEqualTo("Too long.");
    assertThat(page.select("#title").attr("aria-describedby")).contains("title-error");
    assertThat(page.select("#problems a[href='#title']").text()).isEqualTo("Too long.");
    assertTyped(page);
  }

  @Test
  void keepsTheWordsWhenNobodyAnswers(TestHttp http) {
    var desk = new Desk(http);
    Desk.fails(LETTER + "/draft");
    Desk.fails("/posts-service/letters/preview");

    var answer = save(desk);

    assertThat(answer.status()).isEqualTo(503);
    var page = Desk.page(answer);
    assertThat(page.select("#problems").text()).contains("Your words are kept on this page");
    assertTyped(page);
  }

  @Test
  void keepsTheWordsWhenTheSessionHasEnded(TestHttp http) {
    var desk = new Desk(http);
    desk.browser().cookies().clear();

    var answer = desk.browser().postTwice("/", "/studio/letters/" + ID, "body", "Typed words.");

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).contains("/sign-in");
    assertThat(desk.browser().cookies()).containsKey("session");
  }

  @Test
  void keepsNothingElsewhereOfWhatTheScriptSendsWhenTheSessionHasEnded(TestHttp http) {
    var desk = new Desk(http);
    desk.browser().cookies().clear();

    // More than one network may leave here: none of it is left.
    for (int i = 0; i < 12; i++) {
      for (String path : List.of("/studio/letters/preview", "/studio/letters/" + ID)) {
        assertThat(asTheScript(desk.browser(), path).status()).isEqualTo(401);
      }
      assertThat(desk.browser().post("/studio/letters/preview", "body", "Typed words.").status())
          .isEqualTo(401);
    }
    assertThat(desk.browser().cookies()).doesNotContainKey("session");
    // Without any cookie the browser is asked once more, to see whether it keeps one.
    TestHttp.Answer asked = desk.browser().post("/studio/letters/" + ID, "body", "Typed words.");
    assertThat(asked.status()).isEqualTo(307);
    assertThat(desk.browser().post(asked.header("location"), "body", "Typed words.").status())
        .isEqualTo(303);
  }

  @Test
  void tellsWhoseWordsTheyAreAndWhereToGoAfterSigningInElsewhere(TestHttp http) {
    var desk = new Desk(http);

    assertThat(Desk.page(desk.get("/studio/letters/new")).select("#letter").attr("data-writer"))
        .isEqualTo("rosa");
    assertThat(Desk.page(desk.get("/studio/letters/signed-in")).select("main").text())
        .contains("Your letter is in the other tab");
  }

  @Test
  void escapesWhatShowsAgain(TestHttp http) {
    var desk = new Desk(http);
    Desk.answers("GET", LETTER + "/draft", FakeDrafts.json("draft", Desk.HOSTILE, Desk.HOSTILE));

    var page = Desk.page(desk.get("/studio/letters/" + ID));

    assertThat(page.select("#title").val()).isEqualTo(Desk.HOSTILE);
    assertThat(page.select("#addressee, #title, #byline, #disclaimer, #topics").eachAttr("dir"))
        .hasSize(5)
        .containsOnly("auto");
    assertThat(page.select("#body").text()).isEqualTo(Desk.HOSTILE);
    assertThat(page.select("script:not([src]), img, [onerror], style")).isEmpty();
  }

  @Test
  void showsWordsWhileTheyAreWritten(TestHttp http) {
    var desk = new Desk(http);

    var answer = desk.post("/studio/letters/preview", "body", "x", "byline", "");

    assertThat(answer.header("Part")).isEqualTo("true");
    assertThat(Desk.page(answer).select(".letter-body").html()).isEqualTo("<p>Rendered words.</p>");
    assertThat(Desk.page(answer).select(".from .name").text()).isEqualTo("rosa");
    assertThat(Desk.page(answer).select(".from").text()).doesNotContain("published here by");
    String own = Desk.page(answer).select(".from svg").outerHtml();

    answer = desk.post("/studio/letters/preview", "body", "x", "byline", "Marit Solvang");
    assertThat(Desk.page(answer).select(".from .name").text()).isEqualTo("Marit Solvang");
    assertThat(Desk.page(answer).select(".from svg").outerHtml()).isNotEqualTo(own);
    assertThat(Desk.page(answer).select(".from").text())
        .contains("From Marit Solvang · published here by rosa");

    answer = desk.post("/studio/letters/preview", "body", "x", "byline", "ROSA");
    assertThat(Desk.page(answer).select(".from").text()).doesNotContain("published here by");
  }

  @Test
  void saysInThePreviewThatAPublishedLetterIsPublished(TestHttp http) {
    var desk = new Desk(http);
    Desk.answers("GET", LETTER + "/draft", published());

    var page = Desk.page(desk.get("/studio/letters/" + ID));
    String dated = page.select("#letter input[name=dated]").val();
    assertThat(dated).isEqualTo("2026-11-02T08:00:00Z");
    String shown = page.select("#sheet .from").text();
    assertThat(shown).contains("2 November 2026");

    var part = Desk.page(desk.post("/studio/letters/preview", "body", "x", "dated", dated));
    assertThat(part.select(".from").text()).isEqualTo(shown);
    assertThat(Desk.arrived("GET", LETTER + "/draft")).hasSize(1);
  }

  @Test
  void saysThatALetterIsNotPublishedOnlyWhereThatIsKnown(TestHttp http) {
    var desk = new Desk(http);
    assertThat(preview(desk, "body", "x", "dated", "")).contains("not yet published");
    assertThat(preview(desk, "body", "x")).doesNotContain("published");

    Desk.fails(LETTER + "/draft");
    var page = Desk.page(save(desk));
    assertThat(page.select("#sheet .from").text()).doesNotContain("published");
    assertThat(page.select("#letter input[name=dated], a[href$=/discard]")).isEmpty();
  }

  private static String preview(Desk desk, String... fields) {
    return Desk.page(desk.post("/studio/letters/preview", fields)).select(".from").text();
  }

  @Test
  void saysWhatALetterWasOnTheOldSite(TestHttp http) {
    var desk = new Desk(http);
    Desk.answers(
        "GET",
        LETTER + "/draft",
        FakeDrafts.json("draft", "The stairs", "Kept words.")
            .replace(
                "\"source\":null",
                "\"source\":{\"importer\":\"WordPress\",\"file\":\"old.xml\",\"date\":null},"
                    + "\"was\":\"private\""));

    assertThat(Desk.page(desk.get("/studio/letters/" + ID)).select("#problems .note").text())
        .contains("It was private on the old site.");
    var look = Desk.page(desk.get("/studio/letters/" + ID + "/preview"));
    assertThat(look.select(".was").eachText().getFirst())
        .startsWith("It was private on the old site.");
    assertThat(look.select(".was + .act form[action$=/publication]")).hasSize(2);

    thereIsALetter();
    assertThat(Desk.page(desk.get("/studio/letters/" + ID + "/preview")).select(".was")).isEmpty();
  }

  private static String published() {
    return FakeDrafts.json("published", "The stairs", "Kept words.")
        .replace("\"publishedAt\":null", "\"publishedAt\":\"2026-11-02T08:00:00Z\"");
  }

  @Test
  void doesNotShowTheLetterOfSomebodyElse(TestHttp http) {
    var desk = new Desk(http);
    Desk.refuses("GET", LETTER + "/draft", 404, "no-such-letter", "");

    assertThat(desk.get("/studio/letters/" + ID).status()).isEqualTo(404);
    assertThat(desk.get("/studio/letters/" + ID + "/versions").status()).isEqualTo(404);
  }

  private static TestHttp.Answer asTheScript(Browser browser, String path) {
    return browser.send(
        browser
            .request(path)
            .header("Origin", Browser.ORIGIN)
            .header("Sec-Fetch-Site", "same-origin")
            .header("HX-Request", "true")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("part=true&body=Typed")));
  }

  private static TestHttp.Answer save(Desk desk, String... more) {
    String[] fields = {"title", "Typed title", "body", "Typed\r\nwords.", "version", "7"};
    String[] all = new String[fields.length + more.length];
    System.arraycopy(fields, 0, all, 0, fields.length);
    System.arraycopy(more, 0, all, fields.length, more.length);
    return desk.post("/studio/letters/" + ID, all);
  }

  private static void assertTyped(Document page) {
    assertThat(page.select("#title").val()).isEqualTo("Typed title");
    assertThat(page.expectFirst("#body").wholeText()).isEqualTo("Typed\nwords.");
  }
}
