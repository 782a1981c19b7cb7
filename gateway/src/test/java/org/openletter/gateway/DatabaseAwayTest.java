package org.openletter.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.openletter.platform.test.DatabaseOfItsOwn;
import org.openletter.platform.test.ServiceTest;
import org.openletter.platform.test.ServiceTestSettings;
import org.openletter.platform.test.TestHttp;
import org.openletter.platform.test.TestHttp.Answer;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

@ServiceTest
@ContextConfiguration(
    initializers = {ServiceTestSettings.class, GatewayTestSettings.class, DatabaseOfItsOwn.class})
@DirtiesContext
class DatabaseAwayTest {

  @Test
  void saysThatItsDatabaseDoesNotAnswerToWhomIsSignedIn(TestHttp http) {
    Browser rosa = IdentityStub.signedIn(http, "acc0000rosa0", "rosa", "member");
    assertThat(rosa.get("/rules").status()).isEqualTo(200);

    DatabaseOfItsOwn.stop();

    for (Answer page :
        new Answer[] {
          rosa.get("/rules"),
          rosa.get("/me"),
          rosa.post("/letters/aaaaaaaaaaaa/comments", "text", "My words.", "key", "k")
        }) {
      assertThat(page.status()).as(page.body()).isEqualTo(503);
      assertThat(page.header("retry-after")).isNotEmpty();
      assertThat(Jsoup.parse(page.body()).text())
          .contains("The database of the part that knows who is signed in (gateway)");
    }
    for (String file : new String[] {"/css/look.css", "/js/htmx.js", "/favicon.ico"}) {
      assertThat(rosa.get(file).status()).as(file).isEqualTo(200);
    }
    Answer read = rosa.get("/api/v1/letters");
    assertThat(read.status()).as(read.body()).isEqualTo(503);
    assertThat(read.problem()).isEqualTo("database-away");
    assertThat(new Browser(http).get("/rules").status()).isEqualTo(200);
  }
}
