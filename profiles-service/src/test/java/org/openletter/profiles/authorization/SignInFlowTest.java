package org.openletter.profiles.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openletter.platform.test.ServiceTest;
import org.openletter.platform.test.TestHttp;
import org.openletter.profiles.Browser;
import org.openletter.profiles.Gateway;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class SignInFlowTest {

  private static final String PASSWORD = "four unrelated words here";

  @LocalServerPort int port;

  private Gateway gateway;
  private Browser browser;

  @BeforeEach
  void open(TestHttp http) {
    gateway = new Gateway(http);
    browser = new Browser(port);
  }

  @Test
  void signsUpAndComesBackToWhereSheWasGoing() {
    Gateway.Begun begun = gateway.begin();
    Browser.Page login = browser.follow(begun.address());
    assertThat(login.html().select("h1").text()).isEqualTo("Sign in");
    Browser.Page form = browser.open("/id/sign-up");

    Browser.Page code =
        browser.submit(form, Map.of("handle", "wilma", "name", "Wilma", "password", PASSWORD));
    assertThat(code.status()).isEqualTo(200);
    assertThat(code.html().select(".code").text()).matches("([0-9a-z]{4}-){5}[0-9a-z]{4}");

    Browser.Page on = browser.submit(code, Map.of());
    assertThat(on.status()).isEqualTo(303);
    Browser.Page back = browser.follow(on.location());
    assertThat(back.location()).contains("state=" + begun.state());
    Gateway.Tokens tokens = Gateway.tokens(gateway.redeem(Gateway.code(back), begun.verifier()));
    assertThat(tokens.refresh()).isNotEmpty();
    Gateway.Tokens fresh = Gateway.tokens(gateway.refresh(tokens.refresh()));
    assertThat(fresh.refresh()).isNotEqualTo(tokens.refresh());
    Browser.Page out =
        browser.open(
            "/id/connect/logout?"
                + Browser.encode(
                    Map.of(
                        "id_token_hint",
                        fresh.id(),
                        "post_logout_redirect_uri",
                        Browser.ORIGIN + "/")));
    assertThat(out.location()).isEqualTo(Browser.ORIGIN + "/");
    assertThat(gateway.refresh(fresh.refresh()).text("/error")).isEqualTo("invalid_grant");
    assertThat(browser.follow(begun.address()).html().select("h1").text()).isEqualTo("Sign in");
  }
}
