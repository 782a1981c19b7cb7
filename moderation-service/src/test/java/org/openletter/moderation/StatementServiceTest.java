package org.openletter.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openletter.platform.test.ServiceTest;
import org.openletter.platform.test.TestHttp;
import org.openletter.platform.test.TestHttp.Answer;
import org.openletter.platform.test.Tokens;

@ServiceTest
class StatementServiceTest {

  private static final String SCREEN =
      Tokens.service("comments-service", "moderation-service.screen");
  private static final String EVENTS =
      Tokens.service("comments-service", "moderation-service.events");
  private static final String ROSA = Tokens.person("acc0000rosa0", "rosa", "member");
  private static final String TAO = Tokens.person("acc00000tao0", "tao", "member");
  private static final String MODERATOR =
      Tokens.person("acc00000mod0", "mod", "member", "moderator");

  @Test
  void filesAStatementOnceAndShowsItToWhomItConcerns(TestHttp http) {
    String id = UUID.randomUUID().toString();

    assertThat(
            http.post("/internal/events", EVENTS, event(id, "acc0000rosa0", "restriction"))
                .text("/taken/0"))
        .isEqualTo(id);
    assertThat(
            http.post("/internal/events", EVENTS, event(id, "acc0000rosa0", "restriction"))
                .text("/taken/0"))
        .isEqualTo(id);

    Answer hers = http.get("/statements/" + id, ROSA);
    assertThat(hers.status()).isEqualTo(200);
    assertThat(hers.text("/facts")).isEqualTo("You wrote ●●● ●●● 0147");
    assertThat(hers.text("/kind")).isEqualTo("restriction");
    assertThat(hers.text("/action")).isEqualTo("held");
    assertThat(hers.json().at("/automated").asBoolean()).isTrue();
    assertThat(hers.body()).doesNotContain("acc0000rosa0");
    assertThat(http.get("/statements/" + id, MODERATOR).status()).isEqualTo(200);
    assertThat(http.get("/statements?comment=comment-" + id, ROSA).json().at("/statements"))
        .hasSize(1);
  }

  @Test
  void showsHersToAPersonWhoWaitsForStaff(TestHttp http) {
    String id = UUID.randomUUID().toString();
    http.post("/internal/events", EVENTS, event(id, "acc0000none0", "restriction"));
    String waiting = Tokens.person("acc0000none0", "nora");

    assertThat(http.get("/statements/" + id, waiting).status()).isEqualTo(200);
    assertThat(http.get("/statements?comment=comment-" + id, waiting).status()).isEqualTo(200);
    assertThat(http.get("/statements/" + UUID.randomUUID(), waiting).problem())
        .isEqualTo("no-such-statement");
  }

  @Test
  void hidesAStatementFromEverybodyElse(TestHttp http) {
    String id = UUID.randomUUID().toString();
    http.post("/internal/events", EVENTS, event(id, "acc0000rosa0", "restriction"));

    Answer foreign = http.get("/statements/" + id, TAO);
    Answer unknown = http.get("/statements/" + UUID.randomUUID(), TAO);

    assertThat(foreign.status()).isEqualTo(404);
    assertThat(foreign.problem()).isEqualTo(unknown.problem());
    assertThat(foreign.text("/detail")).isEqualTo(unknown.text("/detail"));
    assertThat(http.get("/statements?comment=comment-" + id, TAO).status()).isEqualTo(404);
  }

  @Test
  void filesStatementsAboutImportedWritersForModeratorsOnly(TestHttp http) {
    String id = UUID.randomUUID().toString();
    http.post("/internal/events", EVENTS, event(id, null, "restriction"));

    assertThat(http.get("/statements/" + id, ROSA).status()).isEqualTo(404);
    assertThat(http.get("/statements/" + id, MODERATOR).status()).isEqualTo(200);
  }

  @Test
  void findsStatementsAmongMany(TestHttp http) {
    List<String> ids = IntStream.range(0, 120).mapToObj(i -> "many-" + UUID.randomUUID()).toList();
    ids.forEach(id -> http.post("/internal/events", EVENTS, event(id, "acc0000rosa0", "lifted")));

    Answer found = http.get("/statements?comment=comment-" + ids.getLast(), ROSA);

    assertThat(found.text("/statements/0/kind")).isEqualTo("lifted");
  }

  @Test
  void givesTheNewestRestrictionOfEachOfHerOwnResponsesInOneAnswer(TestHttp http) {
    String hers = UUID.randomUUID().toString();
    String foreign = UUID.randomUUID().toString();
    http.post("/internal/events", EVENTS, event(hers, "acc0000rosa0", "restriction"));
    http.post(
        "/internal/events",
        EVENTS,
        event(hers, "acc0000rosa0", "restriction")
            .replace("\"eventId\":\"" + hers, "\"eventId\":\"removal-" + hers)
            .replace("\"held\"", "\"removed\"")
            .replace("2026-11-25T10", "2026-11-25T11"));
    http.post(
        "/internal/events",
        EVENTS,
        event(hers, "acc0000rosa0", "lifted")
            .replace("\"eventId\":\"" + hers, "\"eventId\":\"end-" + hers)
            .replace("2026-11-25T10", "2026-11-25T12"));
    http.post("/internal/events", EVENTS, event(foreign, "acc00000tao0", "restriction"));
    String both = "/statements?comments=comment-" + hers + ",comment-" + foreign + ",nothing";

    Answer found = http.get(both, ROSA);

    assertThat(found.json().at("/statements")).hasSize(1);
    assertThat(found.text("/statements/0/commentId")).isEqualTo("comment-" + hers);
    assertThat(found.text("/statements/0/action")).isEqualTo("removed");
    assertThat(http.get(both, MODERATOR).json().at("/statements")).isEmpty();
    String many = String.join(",", IntStream.range(0, 21).mapToObj(i -> "c" + i).toList());
    assertThat(http.get("/statements?comments=" + many, ROSA).problem()).isEqualTo("too-many");
  }

  @Test
  void showsStatementsToPeopleOnly(TestHttp http) {
    String path = "/statements/" + UUID.randomUUID();

    assertThat(http.get(path, null).status()).isEqualTo(401);
    assertThat(http.get(path, Tokens.expired()).status()).isEqualTo(401);
    assertThat(http.get(path, Tokens.foreignKey()).status()).isEqualTo(401);
    assertThat(http.get(path, SCREEN).status()).isEqualTo(403);
    assertThat(http.get(path, ROSA).problem()).isEqualTo("no-such-statement");
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
