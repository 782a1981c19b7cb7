package org.openletter.gateway.door.guard;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openletter.gateway.Browser;
import org.openletter.gateway.GatewayTest;
import org.openletter.platform.test.Neighbours;
import org.openletter.platform.test.TestHttp;

@GatewayTest
class OneAddressTest {

  @ParameterizedTest
  @CsvSource({
    "/people/rosa/, /people/rosa",
    "/people/Rosa, /people/rosa",
    "/people/ROSA_B-1/?before=abc%2Fd&x=1, /people/rosa_b-1?before=abc%2Fd&x=1",
    "/feeds/people/Rosa.atom, /feeds/people/rosa.atom",
    "/letters/?q=Two%20words, /letters?q=Two%20words",
    "/about/, /about",
    "/letters/abcdefghij01/a-title/?order=oldest, /letters/abcdefghij01/a-title?order=oldest"
  })
  void leadsToTheOneAddressOfAPageForGood(String written, String one, TestHttp http) {
    for (String method : new String[] {"GET", "HEAD"}) {
      Browser stranger = new Browser(http);

      TestHttp.Answer answer =
          stranger.send(
              stranger
                  .request(written)
                  .method(method, java.net.http.HttpRequest.BodyPublishers.noBody()));

      assertThat(answer.status()).isEqualTo(308);
      assertThat(answer.header("Location")).isEqualTo(one);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/people/rosa", "/about", "/people/Иван", "/letters/ABCDEFGHIJ01"})
  void leavesOtherAddressesAlone(String path) {
    assertThat(OneAddress.one(path)).isEqualTo(path);
  }

  @Test
  void leavesProgramsAndFormsAlone(TestHttp http) {
    Neighbours.wireMock()
        .stubFor(
            get(urlPathEqualTo("/posts-service/letters")).willReturn(okJson("{\"letters\":[]}")));
    Browser stranger = new Browser(http);

    assertThat(stranger.get("/api/v1/letters").status()).isEqualTo(200);
    assertThat(stranger.get("/api/v1/letters/").status()).isNotEqualTo(308);
    assertThat(
            stranger
                .send(
                    stranger
                        .request("/about/")
                        .POST(java.net.http.HttpRequest.BodyPublishers.noBody()))
                .status())
        .isNotEqualTo(308);
  }
}
