package org.openletter.comments;

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

  @Test
  void saysThatItsDatabaseDoesNotAnswerAndClaimsNothing(TestHttp http) {
    assertThat(http.get("/me/comments", ROSA).status()).isLessThan(500);

    DatabaseOfItsOwn.stop();

    for (Answer read :
        new Answer[] {
          http.get("/letters/aaaaaaaaaaaa/comments", null), http.get("/queue/count", ROSA)
        }) {
      assertThat(read.status()).as(read.body()).isEqualTo(503);
      assertThat(read.problem()).isEqualTo("database-away");
      assertThat(read.text("/service")).isEqualTo("comments-service");
      assertThat(read.header("retry-after")).isNotEmpty();
    }
    Answer write =
        http.post("/letters/aaaaaaaaaaaa/comments", ROSA, "{\"text\":\"Words.\",\"key\":\"k\"}");
    assertThat(write.status()).as(write.body()).isEqualTo(503);
    assertThat(write.text("/detail")).contains("comments-service", "is not known");
  }
}
