package org.openletter.gateway.door.signin;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openletter.gateway.Browser;
import org.openletter.gateway.GatewayTest;
import org.openletter.gateway.IdentityStub;
import org.openletter.platform.test.Neighbours;
import org.openletter.platform.test.TestHttp;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@GatewayTest
@ExtendWith(OutputCaptureExtension.class)
class SignInLogTest {

  @Test
  void holdsNothingThatSomebodyPutIntoTheAddress(TestHttp http, CapturedOutput output) {
    Browser browser = new Browser(http);
    TestHttp.Answer begun = browser.get(browser.get("/sign-in").header("location"));
    String state = Browser.query(begun.header("location")).get("state");

    TestHttp.Answer failed =
        browser.get("/login/oauth2/code/openletter?error=zqx_secret&state=" + state);

    assertThat(failed.status()).isEqualTo(400);
    assertThat(output.getAll()).contains("sign-in failed").doesNotContain("zqx");
  }

  @Test
  void holdsNothingThatTheTokenEndpointAnswered(TestHttp http, CapturedOutput output) {
    Browser browser = IdentityStub.signedIn(http, "acc0000000aa", "ana", "member");
    for (String answer :
        new String[] {
          "{\"error\":\"zqx_secret\",\"error_description\":\"zqx words\"}", "zqx nonsense"
        }) {
      Neighbours.wireMock()
          .stubFor(
              post(urlEqualTo("/profiles-service/id/oauth2/token"))
                  .withRequestBody(containing("grant_type=refresh_token"))
                  .atPriority(1)
                  .willReturn(jsonResponse(answer, 400)));
      GatewayTest.CLOCK.move(Duration.ofMinutes(6));
      browser.get("/about");
    }

    assertThat(output.getAll()).contains("tokens could not be renewed").doesNotContain("zqx");
  }
}
