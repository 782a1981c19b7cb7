package org.openletter.posts;

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
    assertThat(http.get("/letters", null).status()).isEqualTo(200);

    DatabaseOfItsOwn.stop();

    for (Answer read :
        new Answer[] {
          http.get("/letters", null),
          http.get("/letters/aaaaaaaaaaaa", ROSA),
          http.get("/letters/mine", ROSA)
        }) {
      assertThat(read.status()).as(read.body()).isEqualTo(503);
      assertThat(read.problem()).isEqualTo("database-away");
      assertThat(read.text("/service")).isEqualTo("posts-service");
      assertThat(read.header("retry-after")).isNotEmpty();
      assertThat(read.text("/detail")).doesNotContain("not known");
    }
    Answer write = http.post("/letters", ROSA, "{\"title\":\"A\",\"body\":\"b\",\"key\":\"k\"}");
    assertThat(write.status()).as(write.body()).isEqualTo(503);
    assertThat(write.text("/detail")).contains("posts-service", "is not known");
    assertThat(write.body()).doesNotContainIgnoringCase("nothing was changed");
  }
}
