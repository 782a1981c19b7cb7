package org.openletter.gateway.own.me;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openletter.gateway.Browser;
import org.openletter.gateway.Desk;
import org.openletter.gateway.GatewayTest;
import org.openletter.gateway.IdentityStub;
import org.openletter.platform.test.TestHttp;

@GatewayTest
class LeaveKeyTest {

  private static final String ME = "/profiles-service/id/me";
  private static final String KEY = ME + "/leave-key";
  private static final String OFF =
      """
      {"handle":"rosa","name":"Rosa","bio":"","joined":"2026-11-01","roles":["member"],
       "waitingForStaff":false,"withoutLeaveKey":true,"unread":0,"version":"seen00000001"}\
      """;

  @Test
  void isSwitchedOffAndOnWithTheAccount(TestHttp http) {
    Desk desk = new Desk(http);
    Browser browser = desk.browser();
    Desk.answers("PUT", KEY, "{}");
    assertThat(browser.get("/about").body()).contains("Shift ×3");
    IdentityStub.renewsWithoutLeaveKey(1, "acc0000000aa", "rosa", "member");

    assertThat(desk.post("/me/leave-key", "off", "true").header("location"))
        .isEqualTo("/me?done=leaving#leaving");

    assertThat(Desk.arrived("PUT", KEY).getFirst().getBodyAsString()).isEqualTo("{\"off\":true}");
    var off = browser.get("/about");
    assertThat(Desk.page(off).body().attr("data-leave-key")).isEqualTo("off");
    assertThat(off.body()).contains("Leave<span").doesNotContain("Shift ×3");
    assertThat(Desk.arrived("GET", ME)).as("no page asks for it").isEmpty();
    assertThat(Desk.page(new Browser(http).get("/about")).body().hasAttr("data-leave-key"))
        .isFalse();
    Desk.answers("GET", ME, OFF);
    assertThat(Desk.page(browser.get("/me")).select("section:has(#leaving)").text())
        .contains("does nothing here; your other browsers hear of it within a few minutes of use.");

    IdentityStub.renews(2, "acc0000000aa", "rosa", "member");
    desk.post("/me/leave-key", "off", "false");
    assertThat(Desk.page(browser.get("/about")).body().hasAttr("data-leave-key")).isFalse();
  }

  @Test
  void saysWhatStandsWithTheAccount(TestHttp http) {
    Desk desk = new Desk(http);
    Desk.answers("GET", ME, OFF);

    var page = Desk.page(desk.get("/me?done=leaving"));

    assertThat(page.select("form[action=/me/leave-key] input[name=off]").val()).isEqualTo("false");
    assertThat(page.select("section:has(#leaving) .note.good").text())
        .startsWith("The key is switched off.");
    // Switched in another browser: this one has not heard of it.
    assertThat(page.select("section:has(#leaving)").text())
        .contains("this browser and your others hear of it within a few minutes of use")
        .doesNotContain("does nothing here");
  }

  @Test
  void saysThatNobodyKnowsWhetherItWasSwitched(TestHttp http) {
    Desk desk = new Desk(http);
    Desk.fails(KEY);
    Desk.fails(ME);

    var answer = desk.post("/me/leave-key", "off", "true");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(Desk.page(answer).select("section:has(#leaving) .note.bad").text())
        .startsWith("It is not known whether this was changed");
  }
}
