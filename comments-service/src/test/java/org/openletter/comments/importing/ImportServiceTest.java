package org.openletter.comments.importing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openletter.comments.OnStage;
import org.openletter.platform.test.TestHttp;
import tools.jackson.databind.JsonNode;

class ImportServiceTest extends OnStage {

  private static final String PUBLISH = "{\"decision\":\"publish\",\"version\":\"1.0\"}";

  private static String item(int source, String parent, String text, String verdict, String more) {
    return """
    {"source":"%d","parentSource":%s,"name":"Thandi M.","text":"%s","verdict":%s,
     "at":"2014-03-%02dT08:00:00Z"%s}
    """
        .formatted(source, parent, text, verdict, source, more);
  }

  private static String twentyFour() {
    List<String> items = new ArrayList<>();
    for (int i = 1; i <= 24; i++) {
      boolean junk = i % 3 == 0;
      items.add(
          item(
              i,
              i == 5 ? "\"4\"" : i == 7 ? "\"6\"" : "null",
              "Response %d.".formatted(i),
              junk ? holds("advertising") : PUBLISH,
              ""));
    }
    return String.join(",", items);
  }

  @Test
  void bringsInTwentyFourHoldsEightAndShowsSixteenAfterPublication() {
    String letter = letter(rosa, "draft");

    assertThat(bringIn(letter, eventId(), twentyFour()).status()).isEqualTo(204);

    assertThat(list(letter, null).status()).isEqualTo(404);
    assertThat(http.get("/queue?letter=" + letter, rosa.token()).json().at("/waiting").asInt())
        .isEqualTo(8);
    tell(letter, rosa, "published");
    JsonNode page = http.get("/letters/" + letter + "/comments?order=oldest", null).json();
    assertThat(page.at("/count").asInt()).isEqualTo(16);
    JsonNode first = page.at("/comments/0");
    assertThat(first.at("/author/name").asString()).isEqualTo("Thandi M.");
    assertThat(first.at("/author/imported").asBoolean()).isTrue();
    assertThat(first.at("/author/handle").isNull()).isTrue();
    assertThat(first.at("/createdAt").asString()).isEqualTo("2014-03-01T08:00:00Z");
    until(
        "one notice tells of all eight",
        () ->
            noticesOf(rosa).stream()
                .anyMatch(n ->
                    n.at("/kind").asString().equals("imported-waiting")
                        && n.at("/parameters/responses").asString().equals("8")
                        && n.at("/parameters/title").asString().equals("The last tram")));
    assertThat(noticesOf(rosa)).hasSize(1);
  }

  @Test
  void changesNothingTheSecondTime() {
    String letter = openLetter();
    bringIn(letter, eventId(), twentyFour());
    String before = list(letter, null).body();
    String held = http.get("/queue?letter=" + letter, rosa.token()).text("/items/0/comment/id");
    decide(letter, held, rosa, "{\"act\":\"spam\"}");

    assertThat(bringIn(letter, eventId(), twentyFour()).status()).isEqualTo(204);

    assertThat(list(letter, null).body()).isEqualTo(before);
    assertThat(http.get("/queue?letter=" + letter, rosa.token()).json().at("/waiting").asInt())
        .isEqualTo(7);
  }

  @Test
  void bringsInTheRestOfABatchThatBrokeOff() {
    String letter = openLetter();
    bringIn(letter, eventId(), item(1, "null", "One.", PUBLISH, ""));

    bringIn(
        letter,
        eventId(),
        item(1, "null", "One.", PUBLISH, "") + "," + item(2, "\"1\"", "Two.", PUBLISH, ""));

    assertThat(list(letter, null).json().at("/count").asInt()).isEqualTo(2);
    assertThat(list(letter, null).text("/comments/0/replies/0/html")).contains("Two.");
  }

  @Test
  void findsParentsOfEarlierBatchesAndBreaksCircles() {
    String letter = openLetter();
    bringIn(letter, eventId(), item(1, "null", "One.", PUBLISH, ""));

    bringIn(
        letter,
        eventId(),
        item(2, "\"1\"", "Two.", PUBLISH, "")
            + ","
            + item(3, "\"4\"", "Three.", PUBLISH, "")
            + ","
            + item(4, "\"3\"", "Four.", PUBLISH, "")
            + ","
            + item(5, "\"99\"", "Five.", PUBLISH, ""));

    JsonNode page = http.get("/letters/" + letter + "/comments?order=oldest", null).json();
    assertThat(page.at("/count").asInt()).isEqualTo(5);
    assertThat(page.at("/comments/0/replies/0/html").asString()).contains("Two.");
    assertThat(page.at("/comments").size()).isEqualTo(3);
  }

  @Test
  void holdsWhatWasNotApprovedWhereItCameFrom() {
    String letter = openLetter();

    bringIn(letter, eventId(), item(1, "null", "Not approved.", PUBLISH, ",\"approved\":false"));

    assertThat(list(letter, null).body()).doesNotContain("Not approved.");
    assertThat(
            http.get("/queue?letter=" + letter, rosa.token())
                .text("/items/0/comment/waiting/reason"))
        .isEqualTo("by-moderator");
  }

  @Test
  void showsNoAddressAsAName() {
    String letter = openLetter();

    bringIn(
        letter,
        eventId(),
        """
        {"source":"1","parentSource":null,"name":"amina.diallo@post.example","text":"One.",
         "at":"2014-03-01T08:00:00Z","verdict":%s,"approved":true}\
        """
            .formatted(PUBLISH));

    assertThat(list(letter, null).text("/comments/0/author/name")).isEqualTo("A. D.");
  }

  @Test
  void waitsForTheScreeningThatDidNotAnswerWhenTheFileCame() {
    String letter = openLetter();
    screeningAnswers(aResponse().withStatus(503));

    bringIn(letter, eventId(), item(1, "null", "Unscreened.", "null", ""));
    assertThat(list(letter, null).body()).doesNotContain("Unscreened.");

    everybodyAnswers();
    until("it is public", () -> list(letter, null).body().contains("Unscreened."));
  }

  @Test
  void passesOverWhatCannotBeStoredAndKeepsTheOthers() {
    String letter = openLetter();

    TestHttp.Answer answer =
        bringIn(
            letter,
            eventId(),
            "null,{},{\"source\":\"1\"},"
                + item(2, "null", " ", PUBLISH, "")
                + ","
                + item(3, "null", "x".repeat(40_000), PUBLISH, "")
                + ","
                + item(4, "null", "Fine.", PUBLISH, ""));

    assertThat(answer.status()).isEqualTo(204);
    assertThat(list(letter, null).json().at("/count").asInt()).isEqualTo(2);
  }

  @Test
  void refusesABatchThatIsTooLargeOrForNoLetter() {
    String letter = openLetter();

    assertThat(bringIn(letter, eventId(), "null,".repeat(200) + "null").problem())
        .isEqualTo("invalid-fields");
    assertThat(bringIn("nonsense", eventId(), "").status()).isEqualTo(404);
    postsAreDown();
    assertThat(bringIn(someId(), eventId(), "").status()).isEqualTo(503);
  }
}
