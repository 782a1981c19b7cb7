package org.openletter.gateway.studio.editor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openletter.gateway.Desk;
import org.openletter.gateway.GatewayTest;
import org.openletter.gateway.neighbour.posts.FakeDrafts;
import org.openletter.platform.test.TestHttp;

/// Publishing a letter, through the whole gateway.
@GatewayTest
class PublicationTest {

  private static final String ID = FakeDrafts.ID;
  private static final String LETTER = "/posts-service/letters/" + ID;

  @BeforeEach
  void thereIsALetter() {
    Desk.answers("GET", LETTER + "/draft", FakeDrafts.json("draft", "The stairs", "Kept words."));
    Desk.answers(
        "POST",
        "/posts-service/letters/preview",
        "{\"html\":\"<p>Rendered words.</p>\",\"words\":2,\"minutes\":1}");
  }

  @Test
  void publishesWhatSheLookedAt(TestHttp http) {
    var desk = new Desk(http);
    Desk.answers(
        "PUT",
        LETTER + "/publication",
        "{\"id\":\"%s\",\"slug\":\"the-stairs\",\"publishedAt\":\"%s\"}"
            .formatted(ID, GatewayTest.CLOCK.instant()));

    var answer = desk.post("/studio/letters/" + ID + "/publication", "version", "7");

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).startsWith("/letters/" + ID + "/the-stairs");
    assertThat(Desk.arrived("PUT", LETTER + "/publication").getFirst().getBodyAsString())
        .isEqualTo("{\"version\":7}");
  }

  @Test
  void saysWhyALetterCannotBePublished(TestHttp http) {
    var desk = new Desk(http);
    Desk.refuses(
        "PUT",
        LETTER + "/publication",
        422,
        "invalid-fields",
        ",\"fields\":[{\"field\":\"title\",\"sentence\":\"Give it a title.\"}]");

    var answer = desk.post("/studio/letters/" + ID + "/publication", "version", "7");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(Desk.page(answer).select("a[href$='#title']").text()).isEqualTo("Give it a title.");
  }

  @Test
  void leavesAWithdrawnLetterWithdrawn(TestHttp http) {
    var desk = new Desk(http);
    Desk.answers(
        "GET", LETTER + "/draft", FakeDrafts.json("withdrawn", "The stairs", "Kept words."));

    var page = Desk.page(desk.get("/studio/letters/" + ID));

    assertThat(page.select("#letter button[name=act]").eachText())
        .containsExactly("Make a new letter of these words");
    assertThat(page.select("#letter input[name=key]").val()).isNotEmpty();
    assertThat(
            Desk.page(desk.get("/studio/letters/" + ID + "/preview"))
                .select("form[action$=/publication]"))
        .isEmpty();
  }
}
