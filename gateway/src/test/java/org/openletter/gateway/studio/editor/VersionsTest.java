package org.openletter.gateway.studio.editor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openletter.gateway.Desk;
import org.openletter.gateway.GatewayTest;
import org.openletter.gateway.neighbour.posts.FakeDrafts;
import org.openletter.platform.test.TestHttp;

/// The earlier texts of a letter, through the whole gateway.
@GatewayTest
class VersionsTest {

  private static final String ID = FakeDrafts.ID;
  private static final String LETTER = "/posts-service/letters/" + ID;
  private static final String PAGE = "/studio/letters/" + ID + "/versions";

  @BeforeEach
  void thereIsALetter() {
    Desk.answers(
        "GET", LETTER + "/draft", FakeDrafts.json("draft", "The stairs", "The lamps are out."));
    Desk.answers(
        "POST",
        "/posts-service/letters/preview",
        "{\"html\":\"<p>Rendered words.</p>\",\"words\":2,\"minutes\":1,\"language\":\"en\"}");
    Desk.answers(
        "GET",
        LETTER + "/versions/3",
        """
        {"version":3,"at":"2026-11-14T08:00:00Z","published":true,"title":"The stairs","addressee":"","byline":"",
         "disclaimer":"","topics":[],"language":"","body":"%s The lights are out."}\
        """
            .formatted(Desk.json(Desk.HOSTILE)));
  }

  @Test
  void listsWhatWasKept(TestHttp http) {
    var desk = new Desk(http);
    Desk.answers(
        "GET",
        LETTER + "/versions",
        "{\"versions\":[{\"version\":7,\"at\":\"2026-11-14T08:00:00Z\",\"title\":\"\",\"published\":true}]}");

    var page = Desk.page(desk.get(PAGE));

    assertThat(page.select("tbody").text())
        .contains("7", "without a title", "readers see this one");
    assertThat(page.select("tbody a").attr("href")).isEqualTo(PAGE + "/7");
  }

  @Test
  void showsATextAndWhatWasChangedSince(TestHttp http) {
    var page = Desk.page(new Desk(http).get(PAGE + "/3"));

    assertThat(page.select("main h3").eachText()).containsExactly("Letter");
    assertThat(page.select(".changes del").text()).contains(Desk.HOSTILE, "lights");
    assertThat(page.select(".changes ins").text()).isEqualTo("lamps");
    assertThat(page.select(".letter-body").html()).isEqualTo("<p>Rendered words.</p>");
    assertThat(page.select(".letter-body").attr("lang")).isEqualTo("en");
    assertThat(page.select("script:not([src]), img, [onerror]")).isEmpty();
    assertThat(page.select("form[action$=/restoration] input[name=version]").val()).isEqualTo("7");
  }

  @Test
  void goesBackToATextThatSheHasSeen(TestHttp http) {
    var desk = new Desk(http);
    Desk.answers(
        "PUT",
        LETTER + "/versions/3/restoration",
        FakeDrafts.json("draft", "The stairs", "Older words.", 8));

    var answer = desk.post(PAGE + "/3/restoration", "version", "7");

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo("/studio/letters/" + ID);
    assertThat(Desk.arrived("PUT", LETTER + "/versions/3/restoration").getFirst().getBodyAsString())
        .isEqualTo("{\"version\":7}");
  }

  @Test
  void showsWhatIsNewerBeforeItGoesBack(TestHttp http) {
    var desk = new Desk(http);
    Desk.refuses("PUT", LETTER + "/versions/3/restoration", 409, "letter-changed", "");

    var answer = desk.post(PAGE + "/3/restoration", "version", "6");

    assertThat(answer.status()).isEqualTo(409);
    var page = Desk.page(answer);
    assertThat(page.select(".note.bad").text()).startsWith("Not restored");
    assertThat(page.select("form[action$=/restoration] input[name=version]").val()).isEqualTo("7");
  }
}
