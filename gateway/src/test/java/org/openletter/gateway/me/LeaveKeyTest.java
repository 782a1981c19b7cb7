package org.openletter.gateway.me;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openletter.gateway.Browser;
import org.openletter.gateway.Desk;
import org.openletter.gateway.GatewayTest;
import org.openletter.gateway.IdentityStub;
import org.openletter.platform.test.TestHttp;

@GatewayTest
class LeaveKeyTest {

  @Test
  void isSwitchedOffAndOnByWhoeverWants(TestHttp http) {
    Browser browser = IdentityStub.signedIn(http, "acc0000000aa", "ana", "member");
    assertThat(browser.get("/about").body()).contains("Shift ×3");

    assertThat(choose(browser, "true").header("location")).isEqualTo("/me#leaving");

    var off = browser.get("/about");
    assertThat(Desk.page(off).body().attr("data-leave-key")).isEqualTo("off");
    assertThat(off.body()).contains("Leave<span").doesNotContain("Shift ×3");
    assertThat(Desk.page(new Browser(http).get("/about")).body().hasAttr("data-leave-key"))
        .isFalse();
    choose(browser, "false");
    assertThat(Desk.page(browser.get("/about")).body().hasAttr("data-leave-key")).isFalse();
  }

  private static TestHttp.Answer choose(Browser browser, String off) {
    String csrf = Browser.csrf(browser.get("/about"));
    return browser.post("/me/leave-key", "_csrf", csrf, "off", off);
  }
}
