package org.openletter.comments.thread;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openletter.comments.OnStage;
import org.openletter.platform.test.Neighbours;
import org.openletter.platform.test.TestHttp;
import org.openletter.platform.test.Tokens;
import tools.jackson.databind.JsonNode;

class ThreadServiceTest extends OnStage {

  @Test
  void startsCarefulWithTwoHouseRules() {
    String letter = publishedLetter();

    JsonNode settings = http.get("/letters/" + letter + "/thread", rosa.token()).json();

    assertThat(settings.at("/mode").asString()).isEqualTo("hold-first-timers");
    assertThat(settings.at("/rules/0").asString())
        .isEqualTo("Speak about what was done, not about what people are.");
    assertThat(settings.at("/rules").size()).isEqualTo(2);
    assertThat(settings.at("/version").asInt()).isZero();
    assertThat(list(letter, null).json().at("/rules").size()).isEqualTo(2);
  }

  @Test
  void changesSettingsAndNamesTheNewerOnesToWhoCameLate() {
    String letter = publishedLetter();
    String change = "{\"mode\":\"%s\",\"rules\":[\"Be  kind.\",\" \"],\"version\":0}";
    String address = "/letters/" + letter + "/thread";

    TestHttp.Answer changed = http.put(address, rosa.token(), change.formatted("open"));
    TestHttp.Answer late = http.put(address, rosa.token(), change.formatted("closed"));

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.json().at("/rules").size()).isEqualTo(1);
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.text("/newer/mode")).isEqualTo("open");
    assertThat(late.json().at("/newer/version").asInt()).isEqualTo(1);
  }

  @Test
  void refusesSettingsThatMakeNoSense() {
    String address = "/letters/" + publishedLetter() + "/thread";
    String six = "\"a\",\"b\",\"c\",\"d\",\"e\",\"f\"";

    for (String bad :
        List.of(
            "{}",
            "{\"mode\":\"open\",\"rules\":[]}",
            "{\"mode\":\"anarchy\",\"version\":0}",
            "{\"mode\":\"open\",\"rules\":[" + six + "],\"version\":0}",
            "{\"mode\":\"open\",\"rules\":[\"" + "x".repeat(201) + "\"],\"version\":0}",
            "{\"mode\":\"open\",\"closesAt\":\"9999-01-01T00:00:00Z\",\"version\":0}",
            "{\"mode\":\"open\",\"closesAt\":\"+999999999-12-31T00:00:00Z\",\"version\":0}",
            "{\"mode\":\"open\",\"closesAt\":\"-999999999-01-01T00:00:00Z\",\"version\":0}")) {
      assertThat(http.put(address, rosa.token(), bad).problem()).isEqualTo("invalid-fields");
    }
    assertThat(
            http.put(address, rosa.token(), "{\"mode\":\"open\",\"closesAt\":\"soon\"}").status())
        .isEqualTo(400);
  }

  @Test
  void countsWhatIsPublicOnLettersThatArePublished() {
    String letter = openLetter();
    String draft = letter(rosa, "draft");
    String unknown = someId();
    publicResponse(letter, marit, "One.");
    String second = publicResponse(letter, marit, "Two.");
    String asked = "/threads?letters=%s,%s,%s,x".formatted(letter, draft, unknown);

    until("both count", () -> http.get(asked, null).json().at("/counts/" + letter).asInt(0) == 2);
    assertThat(http.get(asked, null).json().at("/counts").size()).isEqualTo(1);

    withdraw(letter, second, marit);

    until("one counts", () -> http.get(asked, null).json().at("/counts/" + letter).asInt(0) == 1);
    assertThat(http.get("/threads?letters=" + (letter + ",").repeat(51), null).status())
        .isEqualTo(400);
    assertThat(http.get("/threads?letters=", null).text("/counts")).isEmpty();
  }

  @Test
  void believesOnlyNewerNewsOfALetter() {
    String letter = someId();
    String published = news(letter, "published", eventId());
    String withdrawn = news(letter, "withdrawn", eventId());
    String token = Tokens.service("posts-service", "comments-service.letters");
    String address = "/internal/letters";
    http.put(address, token, published);
    assertThat(list(letter, null).status()).isEqualTo(200);
    http.put(address, token, withdrawn);

    assertThat(http.put(address, token, published).text("/taken/0")).isNotEmpty();

    assertThat(list(letter, null).status()).isEqualTo(404);
    assertThat(http.put(address, token, "[{\"eventId\":\"x\"}]").text("/refused/0/type"))
        .isEqualTo("invalid-fields");
    assertThat(
            http.put(address, token, news("nonsense", "published", eventId()))
                .text("/refused/0/type"))
        .isEqualTo("invalid-fields");
  }

  @Test
  void anOlderAnswerOfPostsServiceBringsNoWithdrawnLetterBack() {
    String letter = someId();
    String token = Tokens.service("posts-service", "comments-service.letters");
    String first = eventId();
    http.put("/internal/letters", token, news(letter, "published", first));
    http.put("/internal/letters", token, news(letter, "withdrawn", eventId()));
    Neighbours.wireMock()
        .stubFor(
            get(urlEqualTo("/posts-service/internal/letters/" + letter))
                .willReturn(
                    okJson(
                        """
                        {"id":"%s","creatorId":"%s","creatorName":"Rosa","title":"T","slug":"t",
                         "state":"published","publishedAt":null,"asOf":"%s"}
                        """
                            .formatted(letter, rosa.account(), first))));
    clock.move(Duration.ofSeconds(61));

    assertThat(respond(letter, marit, "Still there?").status()).isEqualTo(404);

    assertThat(list(letter, null).status()).isEqualTo(404);
  }

  private String news(String letter, String state, String eventId) {
    return """
    [{"eventId":"%s","letterId":"%s","creatorId":"%s","creatorName":"Rosa","title":"T","slug":"t",
      "state":"%s","publishedAt":null}]
    """
        .formatted(eventId, letter, rosa.account(), state);
  }
}
