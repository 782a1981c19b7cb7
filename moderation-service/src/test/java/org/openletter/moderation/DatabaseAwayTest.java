package org.openletter.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openletter.platform.test.DatabaseOfItsOwn;
import org.openletter.platform.test.ServiceTest;
import org.openletter.platform.test.ServiceTestSettings;
import org.openletter.platform.test.TestHttp;
import org.openletter.platform.test.TestHttp.Answer;
import org.openletter.platform.test.Tokens;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

@ServiceTest
@ContextConfiguration(initializers = {ServiceTestSettings.class, DatabaseOfItsOwn.class})
@DirtiesContext
class DatabaseAwayTest {

  private static final String ROSA = Tokens.person("rosa0000away", "rosa", "member");

  private static final String EVENT =
      """
      [{"eventId":"e-1","kind":"restriction","letterId":"letter-1","commentId":"comment-1",
       "accountId":null,"action":"held","facts":"f","rule":"personal-data","automated":true,
       "by":"screening","version":"1.0","at":"2026-11-25T10:00:00Z",
       "reasons":[{"code":"personal-data","parameters":{}}]}]
      """;

  private static final String EVENTS =
      Tokens.service("comments-service", "moderation-service.events");

  @Test
  void saysThatItsDatabaseDoesNotAnswerAndClaimsNothing(TestHttp http) {
    assertThat(http.get("/statements/nothing", ROSA).status()).isEqualTo(404);

    DatabaseOfItsOwn.stop();

    Answer read = http.get("/statements/nothing", ROSA);
    assertThat(read.status()).as(read.body()).isEqualTo(503);
    assertThat(read.problem()).isEqualTo("database-away");
    assertThat(read.text("/service")).isEqualTo("moderation-service");
    assertThat(read.header("retry-after")).isNotEmpty();
    Answer write = http.post("/internal/events", EVENTS, EVENT);
    assertThat(write.status()).as(write.body()).isEqualTo(503);
    assertThat(write.text("/detail")).contains("moderation-service", "is not known");
  }
}
