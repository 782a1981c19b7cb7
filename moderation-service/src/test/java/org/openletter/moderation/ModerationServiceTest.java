package org.openletter.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openletter.platform.test.ServiceTest;
import org.openletter.platform.test.TestHttp;
import org.openletter.platform.test.TestHttp.Answer;
import org.openletter.platform.test.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class ModerationServiceTest {

  private static final String SCREEN =
      Tokens.service("comments-service", "moderation-service.screen");
  private static final String EVENTS =
      Tokens.service("comments-service", "moderation-service.events");
  private static final String ROSA = Tokens.person("acc0000rosa0", "rosa", "member");
  private static final String MODERATOR =
      Tokens.person("acc00000mod0", "mod", "member", "moderator");

  private final MongoDatabase database;

  @Autowired
  ModerationServiceTest(MongoDatabase database) {
    this.database = database;
  }

  @Test
  void screensAResponse(TestHttp http) {
    Answer answer = screen(http, "Buy pills online, no prescription: http://pills.example");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/decision")).isEqualTo("hold");
    assertThat(answer.text("/heldAs")).isEqualTo("junk");
    assertThat(answer.text("/version")).isEqualTo("1.0");
    assertThat(answer.text("/reasons/0/code")).isEqualTo("advertising");
    assertThat(answer.json().at("/reasons/0/parameters/links").asInt()).isEqualTo(1);
    assertThat(answer.json().at("/reasons/0").has("sentence")).isFalse();
    assertThat(answer.json().at("/reasons/0/spans/0/end").asInt()).isPositive();
    assertThat(answer.json().at("/scores/spam").asDouble()).isGreaterThan(0.5);
    assertThat(answer.json().at("/scores/harassment").asDouble()).isZero();
    assertThat(answer.json().at("/masked").isNull()).isTrue();
  }

  @Test
  void letsAThankYouThrough(TestHttp http) {
    Answer answer = screen(http, "Thank you for this, it made me call my mother.");

    assertThat(answer.text("/decision")).isEqualTo("publish");
    assertThat(answer.json().at("/reasons").isEmpty()).isTrue();
    assertThat(answer.json().at("/heldAs").isNull()).isTrue();
  }

  @Test
  void recognisesTheSameTextOnAnotherLetter(TestHttp http) {
    String text =
        "Everybody in my street reads this page now, so I leave these words here for all of them to"
            + " see "
            + UUID.randomUUID();

    Answer first = http.post("/internal/screenings", SCREEN, question("la", "c-1", "one", text));
    Answer second = http.post("/internal/screenings", SCREEN, question("lb", "c-2", "two", text));
    Answer edited = http.post("/internal/screenings", SCREEN, question("la", "c-1", "one", text));

    assertThat(first.text("/decision")).isEqualTo("publish");
    assertThat(second.text("/reasons/0/code")).isEqualTo("repeated");
    assertThat(edited.json().at("/reasons/0/parameters/same").asInt()).isEqualTo(1);
  }

  @Test
  void remembersNothingThatCanBeRead(TestHttp http) {
    String text = "A sentence that must not be kept: marmalade " + UUID.randomUUID();

    http.post("/internal/screenings", SCREEN, question("l", "c-kept", "one", text));

    Document kept =
        database.getCollection("fingerprints").find(Filters.eq("_id", "c-kept")).first();
    assertThat(kept).isNotNull();
    assertThat(kept.toJson()).doesNotContain("marmalade").doesNotContain("one\"");
  }

  @Test
  void findsRepeatsAmongManyTexts(TestHttp http) {
    for (int i = 0; i < 120; i++) {
      String text = "Number " + i + " of many quite different responses, by " + UUID.randomUUID();
      http.post("/internal/screenings", SCREEN, question("many", "many-" + i, "p" + i, text));
    }

    // The collection-scan check after the class is what this is about.
    assertThat(screen(http, "And one more thank you.").status()).isEqualTo(200);
  }

  @Test
  void looksAtNoTextThatIsLongerThanAnyThatIsKept(TestHttp http) {
    assertThat(screen(http, "a ".repeat(32_000)).status()).isEqualTo(200);
    assertThat(screen(http, "a ".repeat(32_001)).problem()).isEqualTo("invalid-fields");
  }

  @Test
  void screensAnImport(TestHttp http) {
    Answer answer =
        http.post(
            "/internal/screenings/batch",
            Tokens.service("posts-service", "moderation-service.screen"),
            """
            {"letterId":"file-1","import":true,"items":[
              {"id":"1","author":{"name":"qWzXkJvB"},"text":"PQZxKvWmRtGj"},
              {"id":"2","author":{"name":"xkdvjq"},"text":"ufvhqnb tlmwrz"},
              {"id":"3","author":{"name":"Rosa"},"text":"Thank you."}]}
            """);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/version")).isEqualTo("1.0");
    assertThat(answer.text("/verdicts/1/decision")).isEqualTo("hold");
    assertThat(answer.text("/verdicts/3/decision")).isEqualTo("publish");
    assertThat(answer.text("/clusters/0/kind/code")).isEqualTo("random-letters");
    assertThat(answer.text("/clusters/0/ids/1")).isEqualTo("2");
    assertThat(answer.text("/clusters/0/bond/code")).isEqualTo("accounts");
    assertThat(answer.text("/clusters/0/bond/parameters/names")).isEqualTo("2");
    assertThat(answer.text("/clusters/0/reasons/0/code")).isEqualTo("random-letters");
  }

  @Test
  void refusesMoreThanFiveHundredAtOnce(TestHttp http) {
    String items = "{\"id\":\"1\",\"text\":\"x\"},".repeat(501);

    Answer answer =
        http.post(
            "/internal/screenings/batch",
            SCREEN,
            "{\"letterId\":\"l\",\"import\":true,\"items\":["
                + items.substring(0, items.length() - 1)
                + "]}");

    assertThat(answer.status()).isEqualTo(422);
  }

  @Test
  void refusesWhatIsNoQuestion(TestHttp http) {
    String withoutText =
        "{\"letterId\":\"l\",\"firstHere\":false,\"approvedBefore\":false,\"import\":false}";
    assertThat(http.post("/internal/screenings", SCREEN, withoutText).status()).isEqualTo(422);
    assertThat(http.post("/internal/screenings", SCREEN, "[").status()).isEqualTo(400);
    assertThat(http.post("/internal/events", EVENTS, "[{\"automated\":true}]").status())
        .isEqualTo(422);
    assertThat(
            http.post("/internal/events", EVENTS, "[{\"eventId\":\"e\",\"automated\":true}]")
                .text("/refused/0/type"))
        .isEqualTo("invalid-fields");
    assertThat(http.post("/internal/events", EVENTS, event("e", "acc", "nonsense")).status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/internal/screenings", "/internal/screenings/batch", "/internal/events"})
  void takesTextsOnlyFromServicesThatMay(String path, TestHttp http) {
    assertThat(http.post(path, null, "{}").status()).isEqualTo(401);
    assertThat(http.post(path, Tokens.expired(), "{}").status()).isEqualTo(401);
    assertThat(http.post(path, Tokens.foreignKey(), "{}").status()).isEqualTo(401);
    assertThat(http.post(path, Tokens.wrongAudience(), "{}").status()).isEqualTo(401);
    assertThat(http.post(path, Tokens.wrongIssuer(), "{}").status()).isEqualTo(401);
    assertThat(http.post(path, ROSA, "{}").status()).isEqualTo(403);
    assertThat(http.post(path, MODERATOR, "{}").status()).isEqualTo(403);
    String other = Tokens.service("gateway", "moderation-service.status");
    assertThat(http.post(path, other, "{}").status()).isEqualTo(403);
    assertThat(http.post(path, path.endsWith("events") ? SCREEN : EVENTS, "{}").status())
        .isEqualTo(403);
    String elsewhere = Tokens.service("comments-service", "profiles-service.notices");
    assertThat(http.post(path, elsewhere, "{}").status()).isEqualTo(401);
  }

  @Test
  void deniesWhatItDoesNotKnow(TestHttp http) {
    assertThat(http.get("/internal/screenings", SCREEN).status()).isEqualTo(403);
    assertThat(http.get("/anything", ROSA).status()).isEqualTo(403);
  }

  private static Answer screen(TestHttp http, String text) {
    return http.post("/internal/screenings", SCREEN, question("letter-1", null, "rosa", text));
  }

  private static String question(
      String letterId, @Nullable String commentId, String handle, String text) {
    JsonMapper json = JsonMapper.builder().build();
    JsonNode question =
        json.createObjectNode()
            .put("letterId", letterId)
            .put("commentId", commentId)
            .put("text", text)
            .put("firstHere", false)
            .put("approvedBefore", false)
            .put("import", false)
            .set("author", json.createObjectNode().put("handle", handle).put("name", handle));
    return question.toString();
  }

  private static String event(String id, @Nullable String accountId, String kind) {
    return """
    [{"eventId":"%s","kind":"%s","letterId":"letter-1","commentId":"comment-%s","accountId":%s,
     "action":"held","facts":"You wrote 083 555 0147","rule":"personal-data","automated":true,
     "by":"screening","version":"1.0","at":"2026-11-25T10:00:00Z",
     "reasons":[{"code":"personal-data","parameters":{"kinds":["telephone-number"]}}]}]
    """
        .formatted(id, kind, id, accountId == null ? "null" : "\"" + accountId + "\"");
  }
}
