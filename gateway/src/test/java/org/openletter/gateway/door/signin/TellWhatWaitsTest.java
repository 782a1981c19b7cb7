package org.openletter.gateway.door.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openletter.gateway.Browser;
import org.openletter.gateway.GatewayTest;
import org.openletter.gateway.IdentityStub;
import org.openletter.gateway.door.form.Form;
import org.openletter.platform.test.TestHttp;

/// What the sign-in page is told of the words that wait.
@GatewayTest
class TellWhatWaitsTest {

  private static final String COMMENT =
      "/letters/abcdefabcdef/comments/01890000-0000-7000-8000-000000000001";

  @ParameterizedTest
  @CsvSource({
    "response, /letters/abcdefabcdef/comments, text",
    "changed-response, " + COMMENT + "/edit, text",
    "letter, /studio/letters/abcdefabcdef, body",
    "profile, /me/profile, bio",
    "decision, /studio/queue/abcdefabcdef/01890000-0000-7000-8000-000000000001/decision, words",
    "conversation, /studio/letters/abcdefabcdef/thread, rules",
    "import, /studio/imports/abcdefab-1/confirmation, letters",
    "contact, /admin/contact, words"
  })
  void isTheFormThatWasSent(String code, String action, String field, TestHttp http) {
    Browser browser = ana(http);
    String csrf = Browser.csrf(browser.get("/about"));
    GatewayTest.CLOCK.move(Duration.ofDays(15));

    TestHttp.Answer parked = browser.postFrom("/about", action, "_csrf", csrf, field, "Words.");

    assertThat(begun(browser, parked.header("location"))).contains("&kept=" + code);
  }

  // profiles-service has words for each of these.
  @Test
  void hasANameForEveryFormThatIsKept() {
    assertThat(Arrays.stream(Form.values()).filter(Form::isKept).map(Form::code).distinct())
        .containsExactly(
            "response",
            "changed-response",
            "letter",
            "profile",
            "decision",
            "conversation",
            "import",
            "contact");
  }

  @Test
  void isNothingOfSomebodyElse(TestHttp http) {
    Browser browser = ana(http);
    String csrf = Browser.csrf(browser.get("/about"));
    GatewayTest.CLOCK.move(Duration.ofDays(15));
    browser.postFrom("/me", "/me/profile", "_csrf", csrf, "bio", "Of Ana.");

    // Ben comes by another way: he is told nothing of what Ana wrote, nor led to it.
    assertThat(begun(browser, "/sign-in?from=/letters")).doesNotContain("kept=");
    assertThat(browser.get("/login/oauth2/code/openletter?error=denied&state=x").body())
        .contains("Signing in did not work")
        .doesNotContain("Your words are kept");
    assertThat(
            IdentityStub.signIn(browser, "/sign-in", "acc0000000bb", "ben", "member")
                .header("location"))
        .doesNotContain("/kept");
    assertThat(browser.get("/kept").body()).doesNotContain("Of Ana.");
  }

  private static Browser ana(TestHttp http) {
    return IdentityStub.signedIn(http, "acc0000000aa", "ana", "member", "admin");
  }

  private static String begun(Browser browser, String signIn) {
    TestHttp.Answer led = browser.get(signIn);
    return browser.get(led.header("location")).header("location");
  }
}
