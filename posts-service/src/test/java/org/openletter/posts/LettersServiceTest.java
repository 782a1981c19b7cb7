package org.openletter.posts;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openletter.platform.test.Neighbours;
import org.openletter.platform.test.ServiceTest;
import org.openletter.platform.test.TestHttp;
import org.openletter.platform.test.Tokens;

@ServiceTest
class LettersServiceTest {

  private static final String ROSA = Tokens.person("rosa00000000", "rosa", "member");

  @BeforeEach
  void commentsServiceListens() {
    Neighbours.wireMock()
        .stubFor(any(urlMatching("/comments-service/internal/.*")).willReturn(noContent()));
  }

  @Test
  void aLetterIsWrittenPublishedReadAndListed(TestHttp http) {
    TestHttp.Answer started =
        http.post(
            "/letters",
            ROSA,
            """
            {"title":"An open letter to Northgate Hospital","addressee":"Northgate Hospital",
             "byline":"","disclaimer":"","topics":["Care"],
             "body":"HOW YOU CAN HELP\\n\\n-----\\n\\n* listen","key":"thin-path"}\
            """);
    assertThat(started.status()).isEqualTo(201);
    String id = started.text("/id");

    TestHttp.Answer published =
        http.put("/letters/" + id + "/publication", ROSA, "{\"version\":1}");
    assertThat(published.status()).isEqualTo(200);
    assertThat(published.text("/slug")).isEqualTo("an-open-letter-to-northgate-hospital");

    TestHttp.Answer read = http.get("/letters/" + id, null);
    assertThat(read.text("/html")).contains("HOW YOU CAN HELP", "<hr", "<li>listen</li>");
    assertThat(read.json().at("/mine").asBoolean()).isFalse();
    assertThat(http.get("/letters/" + id, ROSA).json().at("/mine").asBoolean()).isTrue();

    TestHttp.Answer list = http.get("/letters?author=rosa", null);
    assertThat(list.text("/letters/0/id")).isEqualTo(id);
    assertThat(list.text("/letters/0/author/handle")).isEqualTo("rosa");
  }
}
