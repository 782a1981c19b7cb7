package org.openletter.gateway.reading.feed;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openletter.platform.test.Neighbours;
import org.openletter.platform.test.ServiceTest;
import org.openletter.platform.test.TestHttp;
import org.w3c.dom.Document;

/// Feeds through the whole gateway.
@ServiceTest
class FeedTest {

  /// What JSON can carry and XML cannot: controls, half a surrogate pair, a non-character.
  private static final String HOSTILE = "A ]]> <b> & \\u0000\\u0008\\u001b\\ud800\\uffff title";

  @BeforeEach
  void oneLetterWithAHostileTitle() {
    letterCalled(HOSTILE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/feeds/letters.atom", "/feeds/letters.rss"})
  void staysWellFormedWhateverTheTitle(String path, TestHttp http) throws Exception {
    var answer = http.get(path, null);

    assertThat(answer.status()).isEqualTo(200);
    var feed = parsed(answer.body());
    var titles = feed.getElementsByTagName("title");
    assertThat(titles.item(titles.getLength() - 1).getTextContent())
        .isEqualTo("A ]]> <b> &  title");
    assertThat(answer.body()).contains("/letters/abcdefabcdef/a-title");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/feeds/letters.atom", "/feeds/letters.rss"})
  void saysNothingTwice(String path, TestHttp http) {
    String tag = http.get(path, null).header("ETag");
    assertThat(tag).isNotEmpty();

    assertThat(http.send(http.request(path, null).header("If-None-Match", tag)).status())
        .isEqualTo(304);
  }

  @Test
  void datesACorrectionAndKeepsIdAndFirstDate(TestHttp http) throws Exception {
    var before = parsed(http.get("/feeds/letters.atom?anew=1", null).body());
    letterCalled("Title", "\"2026-11-20T08:00:00Z\"");

    var after = parsed(http.get("/feeds/letters.atom?anew=1", null).body());

    assertThat(last(before, "updated")).isEqualTo("2026-11-14T08:00:00Z");
    assertThat(last(after, "updated")).isEqualTo("2026-11-20T08:00:00Z");
    assertThat(after.getElementsByTagName("updated").item(0).getTextContent())
        .isEqualTo("2026-11-20T08:00:00Z");
    assertThat(last(after, "published")).isEqualTo(last(before, "published"));
    assertThat(last(after, "id")).isEqualTo(last(before, "id")).endsWith("/letters/abcdefabcdef");
  }

  private static String last(Document feed, String name) {
    var found = feed.getElementsByTagName(name);
    return found.item(found.getLength() - 1).getTextContent();
  }

  private static Document parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static void letterCalled(String title) {
    letterCalled(title, "null");
  }

  private static void letterCalled(String title, String changedAt) {
    Neighbours.wireMock()
        .stubFor(
            get(urlPathEqualTo("/posts-service/letters"))
                .willReturn(
                    okJson(
                        """
                        {"letters":[{"id":"abcdefabcdef","slug":"a-title","title":"%s","addressee":"","byline":"",
                         "author":{"handle":"rosa","name":"Rosa"},"publishedAt":"2026-11-14T08:00:00Z","changedAt":%s,"language":"en",
                         "excerpt":"First words.","topics":[],"minutes":1}],"next":null}\
                        """
                            .formatted(title, changedAt))));
  }
}
