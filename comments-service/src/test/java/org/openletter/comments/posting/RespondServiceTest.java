package org.openletter.comments.posting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openletter.comments.Stage;
import org.openletter.platform.test.ServiceTest;
import org.openletter.platform.test.TestHttp;

@ServiceTest
class RespondServiceTest {

  private final Stage.Person rosa = Stage.person("rosa");
  private final Stage.Person marit = Stage.person("marit");

  @BeforeEach
  void allAnswer() {
    Stage.allAnswer();
  }

  @Test
  void holdsAFirstResponseAndPublishesItWhenTheCreatorDecides(TestHttp http) {
    Stage stage = new Stage(http);
    String letter = stage.letter(rosa.account(), "published");

    TestHttp.Answer posted = stage.respond(letter, marit.token(), "I ride it after dark.");

    assertThat(posted.status()).isEqualTo(202);
    assertThat(posted.text("/state")).isEqualTo("held");
    assertThat(posted.text("/waiting/reason")).isEqualTo("first-comment");
    String id = posted.text("/id");
    assertThat(posted.header("Location")).isEqualTo("/letters/" + letter + "/comments/" + id);
    assertThat(http.get("/letters/" + letter + "/comments", null).body())
        .doesNotContain("after dark");

    TestHttp.Answer decided =
        http.put(
            "/letters/" + letter + "/comments/" + id + "/decision",
            rosa.token(),
            "{\"act\":\"publish\"}");

    assertThat(decided.status()).as(decided.body()).isEqualTo(200);
    TestHttp.Answer listed = http.get("/letters/" + letter + "/comments", null);
    assertThat(listed.status()).isEqualTo(200);
    assertThat(listed.text("/comments/0/html")).isEqualTo("<p>I ride it after dark.</p>\n");
    assertThat(listed.json().at("/count").asInt()).isEqualTo(1);
  }
}
