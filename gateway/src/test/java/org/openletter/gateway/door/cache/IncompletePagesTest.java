package org.openletter.gateway.door.cache;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openletter.gateway.GatewayTest;
import org.openletter.gateway.reading.letter.LettersForTests;
import org.openletter.platform.test.Neighbours;
import org.openletter.platform.test.TestHttp;

/// Each page that can be shown without a part of it says so to the cache.
@GatewayTest
class IncompletePagesTest {

  private static final String ID = "incomplete01";

  @BeforeEach
  void thereIsALetterWithAResponse() {
    LettersForTests.letter(ID, "the-stairs", "The stairs");
    LettersForTests.conversation(
        ID, LettersForTests.comment(ID, 1, "ines_b", "<p>Eighty-one steps.</p>"));
    answer("/posts-service/letters", "{\"letters\":[" + listed() + "],\"next\":null}");
    answer("/comments-service/threads", "{\"counts\":{\"" + ID + "\":1}}");
    answer(
        "/profiles-service/id/people/incomplete",
        "{\"handle\":\"incomplete\",\"name\":\"Rosa\",\"bio\":\"\",\"joined\":\"2026-11-14\",\"roles\":[]}");
    // Nothing that another test has kept is fresh any more.
    GatewayTest.CLOCK.move(Duration.ofMinutes(20));
  }

  @ParameterizedTest
  @CsvSource({
    "comments-service, /, 1 response",
    "comments-service, /letters, 1 response",
    "comments-service, /people/incomplete, 1 response",
    "posts-service, /people/incomplete, The stairs",
    "comments-service, /letters/incomplete01/the-stairs, Eighty-one steps.",
    "posts-service, /letters/incomplete01/the-stairs, Eighty-one steps.",
  })
  void areNotKeptAndGiveWayToTheWholeOne(
      String silent, String address, String part, TestHttp http) {
    String whole = read(http, address);
    assertThat(whole).contains(part);
    GatewayTest.CLOCK.move(Duration.ofSeconds(3));
    Neighbours.wireMock()
        .stubFor(
            get(urlPathMatching("/" + silent + "/.*")).atPriority(1).willReturn(serverError()));

    assertThat(read(http, address)).isEqualTo(whole);
  }

  private static String read(TestHttp http, String address) {
    TestHttp.Answer answer = http.get(address, null);
    assertThat(answer.status()).isEqualTo(200);
    return Jsoup.parse(answer.body()).select("main").text();
  }

  private static void answer(String path, String json) {
    Neighbours.wireMock().stubFor(get(urlPathEqualTo(path)).willReturn(okJson(json)));
  }

  private static String listed() {
    return """
    {"id":"%s","slug":"the-stairs","title":"The stairs","addressee":"","byline":"",
     "author":{"handle":"incomplete","name":"Rosa"},"publishedAt":"2026-11-14T08:00:00Z","changedAt":null,
     "language":"en","excerpt":"First words.","topics":[],"minutes":1}\
    """
        .formatted(ID);
  }
}
