package org.openletter.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.openletter.platform.test.ServiceTest;
import org.openletter.platform.test.TestHttp;
import org.openletter.platform.test.TestHttp.Answer;
import org.openletter.platform.test.Tokens;
import org.springframework.beans.factory.annotation.Autowired;

/// Statements were filed with sentences until reasons were codes and parameters. They are documents
/// of that time, and events that still waited in an outbox then.
@ServiceTest
class StatementsFromBeforeTest {

  private static final String EVENTS =
      Tokens.service("comments-service", "moderation-service.events");
  private static final String ROSA = Tokens.person("acc0000rosa0", "rosa", "member");

  private final MongoDatabase database;

  @Autowired
  StatementsFromBeforeTest(MongoDatabase database) {
    this.database = database;
  }

  @Test
  void readsWhatWasHeld(TestHttp http) {
    String id =
        stored(
            "held",
            "Contains a telephone number.",
            "telephone number",
            "Contains a telephone number.");

    Answer read = http.get("/statements/" + id, ROSA);

    assertThat(read.text("/facts")).isEmpty();
    assertThat(read.text("/reasons/0/code")).isEqualTo("personal-data");
    assertThat(read.text("/reasons/0/parameters/label")).isEqualTo("telephone number");
    assertThat(read.text("/reasons/0/parameters/sentence"))
        .isEqualTo("Contains a telephone number.");
  }

  @Test
  void keepsTheOwnWordsOfWhoRemoved(TestHttp http) {
    String worded = stored("removed", "Ask in the forum.", "off topic", "Ask in the forum.");
    String wordless = stored("removed", "off topic", "off topic", "off topic");

    assertThat(http.get("/statements/" + worded, ROSA).text("/facts"))
        .isEqualTo("Ask in the forum.");
    assertThat(http.get("/statements/" + wordless, ROSA).text("/facts")).isEmpty();
  }

  @Test
  void takesWhatWaitedInAnOutbox(TestHttp http) {
    String id = UUID.randomUUID().toString();

    Answer heard =
        http.post(
            "/internal/events",
            EVENTS,
            """
            [{"eventId":"%s","kind":"restriction","letterId":"letter-1","commentId":"comment-1",
             "accountId":"acc0000rosa0","action":"held","facts":"Contains 083 555 0147.",
             "rule":"personal-data","automated":true,"by":"screening","version":"1.0",
             "at":"2026-11-25T10:00:00Z","reasons":[{"code":"personal-data",
             "label":"telephone number","sentence":"Contains 083 555 0147."}]}]
            """
                .formatted(id));

    assertThat(heard.text("/taken/0")).isEqualTo(id);
    Answer read = http.get("/statements/" + id, ROSA);
    assertThat(read.text("/reasons/0/parameters/sentence")).isEqualTo("Contains ●●● ●●● 0147.");
    assertThat(read.text("/facts")).isEmpty();
  }

  @Test
  void refusesReasonsWithoutABound(TestHttp http) {
    String event =
        """
        [{"eventId":"%s","kind":"restriction","letterId":"letter-1","commentId":"comment-1",
         "accountId":null,"action":"held","facts":"","rule":"junk","automated":true,
         "by":"screening","version":"1.0","at":"2026-11-25T10:00:00Z",
         "reasons":[{"code":"%s","parameters":{"words":["%s"]}}]}]
        """;

    for (String refused :
        List.of(
            event.formatted("e-1", "advertising", "x".repeat(2_001)),
            event.formatted("e-2", "Not a code", "x"))) {
      assertThat(http.post("/internal/events", EVENTS, refused).text("/refused/0/type"))
          .isEqualTo("invalid-fields");
    }
  }

  private String stored(String action, String facts, String label, String sentence) {
    String id = UUID.randomUUID().toString();
    database
        .getCollection("statements")
        .insertOne(
            new Document("_id", id)
                .append("kind", "RESTRICTION")
                .append("letterId", "letter-1")
                .append("commentId", "comment-" + id)
                .append("accountId", "acc0000rosa0")
                .append("action", action)
                .append("facts", facts)
                .append("rule", "personal-data")
                .append("automated", true)
                .append("by", "screening")
                .append(
                    "reasons",
                    List.of(
                        new Document("code", "personal-data")
                            .append("label", label)
                            .append("sentence", sentence)))
                .append("version", "1.0")
                .append("at", Date.from(Instant.EPOCH)));
    return id;
  }
}
