package org.openletter.gateway.door.limit;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openletter.gateway.Browser;
import org.openletter.gateway.GatewayTest;
import org.openletter.gateway.IdentityStub;
import org.openletter.platform.test.Neighbours;
import org.openletter.platform.test.TestHttp;

@GatewayTest
class LimitsTest {

  @BeforeEach
  void everyServiceAnswers() {
    Neighbours.wireMock().stubFor(any(anyUrl()).atPriority(10).willReturn(okJson("{}")));
  }

  @Test
  void leaveTriesToSignInAndAccountsToWhoKnowsWhatCameOfThem(TestHttp http) {
    for (int i = 0; i < 30; i++) {
      Browser browser = new Browser(http, "198.51.100.3");
      assertThat(browser.post("/id/login", "handle", "ana").status()).isEqualTo(200);
      assertThat(browser.post("/id/sign-up", "handle", "ana").status()).isEqualTo(200);
    }
  }

  @Test
  void stopTheThreeHundredAndFirstReadOfAStranger(TestHttp http) {
    TestHttp.Answer refused =
        refusedAfter(
            300,
            Duration.ofMinutes(5),
            () -> new Browser(http, "2001:db8:7:7::5").get("/api/v1/letters"));

    assertThat(refused.problem()).isEqualTo("too-many");
  }

  @Test
  void countAReadWithoutItsBodyAsARead(TestHttp http) {
    Browser stranger = new Browser(http, "198.51.104.3");

    refusedAfter(
        300,
        Duration.ofMinutes(5),
        () ->
            stranger.send(
                stranger
                    .request("/api/v1/letters")
                    .method("HEAD", HttpRequest.BodyPublishers.noBody())));
  }

  @Test
  void letAnAccountReadMore(TestHttp http) {
    Browser ana = IdentityStub.signedIn(http, "acc0000000li", "ana", "member");

    for (int i = 0; i < 301; i++) {
      assertThat(ana.get("/api/v1/letters").status()).isEqualTo(200);
    }
  }

  @Test
  void stopTheSixtyFirstPageOfASecondThatIsNotKept(TestHttp http) {
    Browser reader = new Browser(http, "198.51.102.3");
    TestHttp.Answer last = reader.get("/about?x=0");
    for (int i = 1; i < 400 && last.status() == 200; i++) {
      last = reader.get("/about?x=" + i);
    }

    assertThat(last.status()).isEqualTo(429);
    assertThat(last.body()).contains("Wait 1 second");
  }

  @Test
  void countNoPageThatIsKept(TestHttp http) {
    Browser reader = new Browser(http, "198.51.103.3");

    for (int i = 0; i < 200; i++) {
      assertThat(reader.get("/about").status()).isEqualTo(200);
    }
  }

  private static TestHttp.Answer refusedAfter(
      int times, Duration window, Supplier<TestHttp.Answer> act) {
    for (int i = 0; i < times; i++) {
      assertThat(act.get().status()).isEqualTo(200);
    }
    TestHttp.Answer refused = act.get();
    assertThat(refused.status()).isEqualTo(429);
    assertThat(Long.parseLong(refused.header("retry-after"))).isBetween(1L, window.toSeconds());
    GatewayTest.CLOCK.move(window.plusSeconds(1));
    assertThat(act.get().status()).isEqualTo(200);
    return refused;
  }
}
