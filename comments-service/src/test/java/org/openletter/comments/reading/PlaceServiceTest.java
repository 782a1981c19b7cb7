package org.openletter.comments.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.openletter.comments.OnStage;
import org.openletter.platform.test.TestHttp;
import tools.jackson.databind.JsonNode;

class PlaceServiceTest extends OnStage {

  @Test
  void standsRepliesToTheFourthLevelBesideIt() {
    String letter = openLetter();
    String first = publicResponse(letter, marit, "1");
    String second = reply(letter, person("a"), first, "2").text("/id");
    String third = reply(letter, person("b"), second, "3").text("/id");
    String fourth = reply(letter, person("c"), third, "4").text("/id");
    TestHttp.Answer fifth = reply(letter, person("d"), fourth, "5");

    assertThat(fifth.json().at("/depth").asInt()).isEqualTo(4);
    JsonNode under = list(letter, null).json().at("/comments/0/replies/0/replies/0");
    assertThat(under.at("/id").asString()).isEqualTo(third);
    assertThat(under.at("/replies").size()).isEqualTo(2);
    assertThat(under.at("/replies/1/html").asString()).contains("5");
  }

  @Test
  void opensAResponseInItsPlace() {
    String letter = openLetter();
    String root = publicResponse(letter, marit, "The root.");
    String middle = reply(letter, person("a"), root, "The middle.").text("/id");
    String leaf = reply(letter, person("b"), middle, "The leaf.").text("/id");

    JsonNode place = open(letter, middle, null).json();

    assertThat(place.at("/ancestors/0/id").asString()).isEqualTo(root);
    assertThat(place.at("/ancestors/0/replies").size()).isZero();
    assertThat(place.at("/comment/html").asString()).contains("middle");
    assertThat(place.at("/comment/depth").asInt()).isEqualTo(2);
    assertThat(place.at("/comment/parentId").asString()).isEqualTo(root);
    assertThat(place.at("/comment/replies/0/id").asString()).isEqualTo(leaf);
    assertThat(place.at("/rules/0").asString()).isEqualTo("Be kind.");
    assertThat(place.at("/canRespond/allowed").asBoolean()).isFalse();
  }

  @Test
  void listsWhatOneWroteWithItsLetterAndTheReasons() {
    String letter = openLetter();
    publicResponse(letter, marit, "Public.");
    screeningSays(holds("personal-data"));
    respond(letter, marit, "Call me.");

    JsonNode mine = http.get("/comments/mine", marit.token()).json();

    assertThat(mine.at("/comments").size()).isEqualTo(2);
    JsonNode held = mine.at("/comments/0");
    assertThat(held.at("/text").asString()).isEqualTo("Call me.");
    assertThat(held.at("/letter/title").asString()).isEqualTo("The last tram");
    assertThat(held.at("/decision/by").asString()).isEqualTo("screening");
    assertThat(held.at("/decision/reason").asString()).isEqualTo("personal-data");
    assertThat(mine.at("/comments/1/decision").isNull()).isTrue();
  }

  @Test
  void pagesThroughWhatOneWrote() {
    String letter = openLetter();
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 5; j++) {
        publicResponse(letter, marit, "Number " + (5 * i + j));
      }
      clock.move(Duration.ofSeconds(61));
      tell(letter, rosa, "published");
    }

    JsonNode first = http.get("/comments/mine", marit.token()).json();
    JsonNode second =
        http.get("/comments/mine?before=" + first.at("/next").asString(), marit.token()).json();

    assertThat(first.at("/comments").size()).isEqualTo(20);
    assertThat(first.at("/comments/0/text").asString()).isEqualTo("Number 24");
    assertThat(second.at("/comments").size()).isEqualTo(5);
    assertThat(second.at("/next").isNull()).isTrue();
  }

  @Test
  void tellsNobodyOfAHeldReplyThatIsNamedAsACursor() {
    String letter = openLetter();
    String other = openLetter();
    String root = publicResponse(letter, marit, "The root.");
    String shown = reply(letter, person("a"), root, "Shown.").text("/id");
    screeningSays(holds("advertising"));
    String held = reply(letter, person("b"), root, "Held.").text("/id");
    everybodyAnswers();
    String foreign = publicResponse(other, marit, "Elsewhere.");
    String replies = "/letters/" + letter + "/comments/" + root + "/replies?after=";

    assertThat(http.get(replies + shown, null).status()).isEqualTo(200);
    String unknown = http.get(replies + eventId(), null).body();
    assertThat(http.get(replies + held, null).body()).isEqualTo(unknown);
    assertThat(http.get(replies + foreign, null).body()).isEqualTo(unknown);
  }
}
