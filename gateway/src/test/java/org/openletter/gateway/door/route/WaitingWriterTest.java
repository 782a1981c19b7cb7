package org.openletter.gateway.door.route;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openletter.gateway.Browser;
import org.openletter.gateway.GatewayTest;
import org.openletter.gateway.IdentityStub;
import org.openletter.platform.test.Neighbours;
import org.openletter.platform.test.TestHttp;

/// Whose name waits for staff has no role, and hears of that instead of a role.
@GatewayTest
class WaitingWriterTest {

  @Test
  void hearsThatTheNameWaits(TestHttp http) {
    Neighbours.wireMock()
        .stubFor(
            any(urlEqualTo("/posts-service/letters"))
                .willReturn(
                    okJson("{\"type\":\"/problems/not-allowed\",\"detail\":\"A role.\"}")
                        .withStatus(403)
                        .withHeader("Content-Type", "application/problem+json")));

    TestHttp.Answer waits = written(IdentityStub.signedIn(http, "acc0000000ab", "ben"));
    TestHttp.Answer member = written(IdentityStub.signedIn(http, "acc0000000aa", "ana", "member"));

    assertThat(waits.status()).isEqualTo(403);
    assertThat(waits.problem()).isEqualTo("not-allowed");
    assertThat(waits.body()).contains("While a name waits for approval");
    assertThat(member.status()).isEqualTo(403);
    assertThat(member.body()).contains("A role.");
  }

  private static TestHttp.Answer written(Browser browser) {
    return RoutesTest.postJson(browser, "/api/v1/letters", "{}");
  }
}
