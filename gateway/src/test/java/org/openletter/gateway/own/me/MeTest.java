package org.openletter.gateway.own.me;

import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openletter.gateway.Desk;
import org.openletter.gateway.GatewayTest;
import org.openletter.gateway.IdentityStub;
import org.openletter.platform.test.Neighbours;
import org.openletter.platform.test.TestHttp;

/// A person's own pages through the whole gateway.
@GatewayTest
class MeTest {

  private static final String STATEMENTS = "/moderation-service/statements";
  private static final String FIRST = "0193b2c4-0000-7000-8000-000000000001";
  private static final String HELD =
      comment(
          "held",
          "{\"reason\":\"junk\"}",
          "{\"by\":\"screening\",\"reason\":\"junk\",\"at\":\"2026-11-14T09:00:00Z\"}");
  private static final String REMOVED =
      comment(
              "removed",
              null,
              "{\"by\":\"writer-of-letter\",\"reason\":\"off-topic\",\"at\":\"2026-11-14T09:00:00Z\"}")
          .replace(FIRST, FIRST.replace("0001", "0002"));

  private static final String ME = "/profiles-service/id/me";
  private static final String MINE = "/comments-service/comments/mine";

  @BeforeEach
  void thereIsAnAccount() {
    Desk.answers(
        "GET",
        ME,
        """
        {"handle":"rosa","name":"Rosa","bio":"I ride the tram.","joined":"2026-11-01","roles":["member"],
         "waitingForStaff":false,"unread":0,"version":"seen00000001"}\
        """);
  }

  @Test
  void savesWhatEverybodySees(TestHttp http) {
    var desk = new Desk(http);
    Desk.answers("PUT", ME + "/profile", "{}");

    var answer =
        desk.post(
            "/me/profile", "name", " Rosa R. ", "bio", "", "version", formVersion(desk.get("/me")));

    assertThat(answer.header("Location")).isEqualTo("/me?done=profile");
    assertThat(Desk.arrived("PUT", ME + "/profile").getFirst().getBodyAsString())
        .isEqualTo("{\"name\":\"Rosa R.\",\"bio\":\"\",\"version\":\"seen00000001\"}");
    assertThat(Desk.page(desk.get("/me?done=profile")).select(".note.good").text())
        .startsWith("Saved. Your public page shows it.")
        .doesNotContain("within a minute");
  }

  @Test
  void showsWhatAnotherTabSavedBesideWhatWasTyped(TestHttp http) {
    var desk = new Desk(http);
    Desk.refuses(
        "PUT",
        ME + "/profile",
        409,
        "profile-changed",
        ",\"name\":\"Rosa B.\",\"bio\":\"<b>Other tab.\",\"version\":\"newer0000001\"");

    var answer =
        desk.post("/me/profile", "name", "Rosa C.", "bio", "Mine.", "version", "seen00000001");

    assertThat(answer.status()).isEqualTo(409);
    var page = Desk.page(answer);
    assertThat(page.select(".note.bad [role=alert]").text()).startsWith("Nothing was changed");
    assertThat(page.select(".note.bad").text()).contains("Rosa B.", "<b>Other tab.");
    assertThat(page.select("#name").val()).isEqualTo("Rosa C.");
    assertThat(page.select("#bio").text()).isEqualTo("Mine.");
    assertThat(formVersion(answer)).isEqualTo("newer0000001");
  }

  @Test
  void keepsTheVersionThatWasSeenBesideWhatIsWrong(TestHttp http) {
    var desk = new Desk(http);
    Desk.refuses(
        "PUT",
        ME + "/profile",
        422,
        "invalid-fields",
        ",\"fields\":[{\"field\":\"name\",\"sentence\":\"Too long.\"}]");

    var answer = desk.post("/me/profile", "name", "x", "bio", "", "version", "earlier00001");

    assertThat(formVersion(answer)).as("not the one of now").isEqualTo("earlier00001");
  }

  private static String formVersion(TestHttp.Answer page) {
    return Desk.page(page).select("form[action=/me/profile] input[name=version]").val();
  }

  @Test
  void saysWhichNameWaitsAndWhatEverybodySees(TestHttp http) {
    var desk = new Desk(http);
    Desk.answers(
        "GET",
        ME,
        """
        {"handle":"rosa","name":"Rosa","wanted":"Openletter <b>Team","bio":"","joined":"2026-11-01",
         "roles":[],"waitingForStaff":true,"refused":false,"concernOf":"name","concernLike":"site",
         "unread":0}\
        """);

    var page = Desk.page(desk.get("/me?done=profile"));

    assertThat(page.select(".note.wait").text())
        .contains("Openletter <b>Team", "words with which this site speaks", "sees you as “Rosa”");
    assertThat(page.select(".note.good").text()).doesNotContain("shows everywhere");
    assertThat(page.select("#name").val()).isEqualTo("Openletter <b>Team");
  }

  @Test
  void saysThatNoOtherNameHelpsARefusedHandle(TestHttp http) {
    var desk = new Desk(http);
    Desk.answers(
        "GET",
        ME,
        """
        {"handle":"adm1n","name":"adm1n","wanted":"Rosa","bio":"","joined":"2026-11-01","roles":[],
         "waitingForStaff":true,"refused":true,"concernOf":"handle","concernLike":"site","unread":0}\
        """);

    var page = Desk.page(desk.get("/me"));

    assertThat(page.select(".note.bad").text())
        .contains("Your handle, adm1n,", "make another account")
        .doesNotContain("choose another, and you can write");
    assertThat(page.select("a[href=/people/adm1n]")).isEmpty();
  }

  @Test
  void keepsWhatWasTypedBesideWhatIsWrong(TestHttp http) {
    var desk = new Desk(http);
    Desk.refuses(
        "PUT",
        ME + "/profile",
        422,
        "invalid-fields",
        ",\"fields\":[{\"field\":\"name\",\"sentence\":\"Too long.\"}]");

    var answer = desk.post("/me/profile", "name", Desk.HOSTILE, "bio", Desk.HOSTILE);

    assertThat(answer.status()).isEqualTo(422);
    var page = Desk.page(answer);
    assertThat(page.select("#name").val()).isEqualTo(Desk.HOSTILE);
    assertThat(page.select("#bio").text()).isEqualTo(Desk.HOSTILE);
    assertThat(page.select("#name-error").text()).isEqualTo("Too long.");
    assertThat(page.select("script:not([src]), img")).isEmpty();
  }

  @Test
  void keepsWhatWasTypedWhenNobodyAnswers(TestHttp http) {
    var desk = new Desk(http);
    Desk.fails(ME + "/profile");
    Desk.fails(ME);

    var answer = desk.post("/me/profile", "name", "Rosa R.", "bio", "Typed.");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(Desk.page(answer).select("#bio").text()).isEqualTo("Typed.");
  }

  @Test
  void staysSignedInWhenHerTokenIsVoidSinceAMoment(TestHttp http) {
    var desk = new Desk(http);
    IdentityStub.renews(1, "acc0000000aa", "rosa-r", "member");
    Neighbours.wireMock()
        .stubFor(
            request("GET", urlPathEqualTo(ME))
                .atPriority(1)
                .inScenario("void")
                .whenScenarioStateIs("Started")
                .willReturn(status(401))
                .willSetStateTo("renewed"));

    TestHttp.Answer page = desk.get("/me");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).doesNotContain("You were signed out");
    assertThat(IdentityStub.exchanges()).isEqualTo(1);
    assertThat(Desk.arrived("GET", ME)).hasSize(2);
  }

  @Test
  void saysThatAServiceDoesNotAnswerWhenItRefusesAFreshToken(TestHttp http) {
    var desk = new Desk(http);
    IdentityStub.renews(1, "acc0000000aa", "rosa", "member");
    Desk.refuses("GET", ME, 401, "sign-in-first", "");

    TestHttp.Answer page = desk.get("/me");

    assertThat(page.status()).isEqualTo(503);
    assertThat(page.body()).doesNotContain("You were signed out");
    assertThat(desk.get("/about").body()).contains("Signed in as");
  }

  @Test
  void changesThePasswordAndNeverShowsIt(TestHttp http) {
    var desk = new Desk(http);
    Desk.answers("PUT", ME + "/password", "{\"ended\":2}");

    assertThat(desk.post("/me/password", "current", "old", "password", "new").header("Location"))
        .isEqualTo("/me?done=password&ended=2");
    assertThat(Desk.page(desk.get("/me?done=password&ended=2")).select(".note.good").text())
        .isEqualTo(
            "Your password is changed. 2 other sign-ins were ended. Here you stay signed in.");

    Desk.refuses(
        "PUT",
        ME + "/password",
        422,
        "invalid-fields",
        ",\"fields\":[{\"field\":\"current\",\"sentence\":\"This is not your password.\"}]");
    var answer = desk.post("/me/password", "current", "secret-one", "password", "secret-two");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).doesNotContain("secret-one", "secret-two");
    assertThat(Desk.page(answer).select("#current-error").text())
        .isEqualTo("This is not your password.");
  }

  @Test
  void showsANewRecoveryCodeOnceAndToNobodyElse(TestHttp http) {
    var desk = new Desk(http);
    Desk.answers("POST", ME + "/recovery-code", "{\"code\":\"k3f9-w2m8\"}");

    var answer = desk.post("/me/recovery-code", "proof", "password");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(Desk.page(answer).select(".code").text()).isEqualTo("k3f9-w2m8");
  }

  @Test
  void showsWhatBecameOfEachOfHerResponses(TestHttp http) {
    var desk = new Desk(http);
    Desk.answers(
        "GET",
        MINE,
        """
        {"comments":[%s,%s,%s],"next":"older"}\
        """
            .formatted(
                comment("held", "{\"reason\":\"first-comment\"}", null),
                comment(
                    "removed",
                    null,
                    "{\"by\":\"writer-of-letter\",\"reason\":\"off-topic\","
                        + "\"at\":\"2026-11-14T09:00:00Z\"}"),
                comment("published", null, null)));
    Desk.answers("GET", STATEMENTS, "{\"statements\":[]}");

    var page = Desk.page(desk.get("/me/comments"));

    assertThat(page.select("article")).hasSize(3);
    assertThat(page.select("article:has(.chip.wait) .note.wait").text())
        .isEqualTo("First responses on this letter are read by its writer before they appear.");
    assertThat(page.select(".chip.wait").eachText()).containsExactly("waiting", "first response");
    assertThat(page.select(".note.bad b").text())
        .isEqualTo("Removed by the writer of this letter: off topic.");
    assertThat(page.select("a[href$=/withdrawal]")).hasSize(2);
    assertThat(page.select("a[href$=/edit]")).isEmpty();
    assertThat(page.select("a[href='/me/comments?before=older']")).hasSize(1);
  }

  @Test
  void takesTheReasonsFromTheStatements(TestHttp http) {
    var desk = new Desk(http);
    Desk.answers("GET", MINE, "{\"comments\":[%s,%s],\"next\":null}".formatted(HELD, REMOVED));
    Desk.answers(
        "GET",
        STATEMENTS,
        """
        {"statements":[
         {"commentId":"%s","action":"held","rule":"junk","facts":"","reasons":[
          {"code":"advertising","parameters":{"links":1,"words":["buy now"]}}]},
         {"commentId":"%s","action":"removed","rule":"off-topic","facts":"Ask in the forum.",
          "reasons":[{"code":"off-topic","parameters":{}}]}]}
        """
            .formatted(FIRST, FIRST.replace("0001", "0002")));

    var page = Desk.page(desk.get("/me/comments"));

    assertThat(page.select(".note.wait li").eachText())
        .containsExactly("Looks like advertising: 1 link and sales words (“buy now”).");
    assertThat(page.select(".note.wait .soft").text())
        .isEqualTo(
            "Your response on this letter. You and the writer of the letter can read it. You can"
                + " edit it and send it again, or write to the writer of the letter, who decides.");
    assertThat(page.select(".note.bad b").text())
        .isEqualTo("Removed by the writer of this letter: off topic. Ask in the forum.");
    assertThat(page.select(".note.bad li")).isEmpty();
    assertThat(page.text()).doesNotContain("cannot be shown now").doesNotContain("appeal");
    assertThat(Desk.arrived("GET", STATEMENTS)).hasSize(1);
  }

  @Test
  void saysWhatARemovalConcernsAndWhatCanBeDone(TestHttp http) {
    var desk = new Desk(http);
    Desk.answers("GET", MINE, "{\"comments\":[%s],\"next\":null}".formatted(REMOVED));
    Desk.answers(
        "GET", STATEMENTS, statement(FIRST.replace("0001", "0002"), "removed", "off-topic"));

    assertThat(Desk.page(desk.get("/me/comments")).select(".note.bad .soft").eachText())
        .first()
        .isEqualTo(
            "Your response on this letter, for everybody. You can write a new response that leaves"
                + " this out, or write to the writer of the letter.");
  }

  @Test
  void saysWhatAHeldChangeConcernsAndWhatCanBeDone(TestHttp http) {
    var desk = new Desk(http);
    String changed = HELD.replace("\"state\":\"held\"", "\"state\":\"published\"");
    Desk.answers("GET", MINE, "{\"comments\":[%s],\"next\":null}".formatted(changed));
    Desk.answers("GET", STATEMENTS, statement(FIRST, "change-held", "junk"));

    assertThat(Desk.page(desk.get("/me/comments")).select(".note.wait .soft").text())
        .isEqualTo(
            "The change of your response on this letter. What stood there before stays. You can"
                + " edit it and send it again, or write to the writer of the letter, who decides.");
  }

  @Test
  void showsWhatTheResponsesTellWhileTheStatementsAreAway(TestHttp http) {
    var desk = new Desk(http);
    Desk.answers("GET", MINE, "{\"comments\":[%s,%s],\"next\":null}".formatted(HELD, REMOVED));
    Desk.fails(STATEMENTS);

    var page = Desk.page(desk.get("/me/comments"));

    assertThat(page.select(".note.wait").text())
        .isEqualTo(
            "It looks like advertising or like a text that was sent before. The writer of this"
                + " letter reads it before it appears. The statement cannot be shown now.");
    assertThat(page.select(".note.bad b").text())
        .isEqualTo("Removed by the writer of this letter: off topic.");
    assertThat(page.select(".note.bad").text()).contains("The statement cannot be shown now.");
  }

  @Test
  void showsTheWholeWordsOfWhoeverRemovedIt(TestHttp http) {
    var desk = new Desk(http);
    String words = "Ask in the forum. ".repeat(27).strip();
    Desk.answers(
        "GET",
        MINE,
        "{\"comments\":[%s],\"next\":null}"
            .formatted(
                REMOVED.replace(
                    "\"reason\":\"off-topic\"",
                    "\"reason\":\"off-topic\",\"words\":\"%s\"".formatted(words))));
    Desk.fails(STATEMENTS);

    assertThat(Desk.page(desk.get("/me/comments")).select(".note.bad b").text())
        .isEqualTo("Removed by the writer of this letter: off topic. " + words);
  }

  @Test
  void showsNoStatementAboutWhatWasDecidedBefore(TestHttp http) {
    var desk = new Desk(http);
    Desk.answers("GET", MINE, "{\"comments\":[%s],\"next\":null}".formatted(REMOVED));
    Desk.answers(
        "GET",
        STATEMENTS,
        "{\"statements\":[{\"commentId\":\"%s\",\"action\":\"held\",\"rule\":\"junk\",\"facts\":\"\",\"reasons\":[]}]}"
            .formatted(FIRST.replace("0001", "0002")));

    var page = Desk.page(desk.get("/me/comments"));

    assertThat(page.select(".note.bad").text())
        .doesNotContain("You can")
        .doesNotContain("now.")
        .contains("The statement is still on its way.");
  }

  @Test
  void saysThatSheHasNotRespondedYet(TestHttp http) {
    var desk = new Desk(http);
    Desk.answers("GET", MINE, "{\"comments\":[],\"next\":null}");

    assertThat(Desk.page(desk.get("/me/comments")).select("main").text())
        .contains("You have not responded yet.");
  }

  private static String statement(String commentId, String action, String rule) {
    return """
    {"statements":[{"commentId":"%s","action":"%s","rule":"%s","facts":"","reasons":[]}]}\
    """
        .formatted(commentId, action, rule);
  }

  private static String comment(
      String state,
      @org.jspecify.annotations.Nullable String waiting,
      @org.jspecify.annotations.Nullable String decision) {
    return """
    {"id":"0193b2c4-0000-7000-8000-000000000001","letterId":"abcdefabcdef","parentId":null,"depth":1,
     "author":{"handle":"rosa","name":"Rosa","imported":false},"mine":true,"byWriter":false,"state":"%s",
     "html":"<p>Words.</p>","text":"Words.","createdAt":"2026-11-14T08:00:00Z","editedAt":null,"tombstone":null,
     "waiting":%s,"editableUntil":"2026-11-14T08:15:00Z","replies":[],"moreReplies":0,"nextReply":null,"canRemove":false,
     "letter":{"id":"abcdefabcdef","slug":"the-stairs","title":"The stairs"},"decision":%s}\
    """
        .formatted(state, waiting, decision);
  }
}
