package org.openletter.profiles.tries;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.openletter.platform.test.TestClock;
import org.openletter.profiles.name.Handle;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class KnownBrowsersTest {

  private static final Handle ROSA = new Handle("rosa");
  private static final Handle OTTO = new Handle("otto");

  private final TestClock clock = new TestClock();
  private final KnownBrowsers known = QuickTries.knownBrowsers("http://localhost:8080", clock);
  private MockHttpServletRequest browser = new MockHttpServletRequest();

  private String signsIn(Handle handle) {
    MockHttpServletResponse response = new MockHttpServletResponse();
    known.remember(browser, response, handle);
    String set = String.valueOf(response.getHeader("Set-Cookie"));
    browser = browserWith(set.substring(set.indexOf('=') + 1, set.indexOf(';')));
    return set;
  }

  private static MockHttpServletRequest browserWith(String value) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setCookies(new Cookie("known", value));
    return request;
  }

  private String value() {
    return Objects.requireNonNull(browser.getCookies())[0].getValue();
  }

  @Test
  void areThoseThatSomebodySignedInWithToThisHandle() {
    assertThat(known.knows(browser, ROSA)).isFalse();
    signsIn(ROSA);

    assertThat(known.knows(browser, ROSA)).isTrue();
    assertThat(known.knows(browser, OTTO)).isFalse();
  }

  @Test
  void mayBeOfSeveralPeopleButNotOfAllWhoEverWere() {
    signsIn(ROSA);
    signsIn(OTTO);
    assertThat(known.knows(browser, ROSA)).isTrue();
    assertThat(known.knows(browser, OTTO)).isTrue();

    for (int i = 0; i < 4; i++) {
      signsIn(new Handle("guest-" + i));
    }
    assertThat(known.knows(browser, ROSA)).isFalse();
    assertThat(known.knows(browser, OTTO)).isTrue();
    int length = value().length();
    signsIn(OTTO);
    assertThat(value()).hasSize(length);
  }

  @Test
  void areForgottenAfterHalfAYear() {
    signsIn(ROSA);
    clock.move(Duration.ofDays(179));
    assertThat(known.knows(browser, ROSA)).isTrue();
    clock.move(Duration.ofDays(1));
    assertThat(known.knows(browser, ROSA)).isFalse();
  }

  @Test
  void cannotBeMadeUpByAnybodyElse() {
    signsIn(ROSA);
    String mark = value();
    MockHttpServletRequest later =
        browserWith(Long.parseLong(mark.substring(0, mark.indexOf('~'))) + 1 + mark.substring(5));
    clock.move(Duration.ofDays(2));

    assertThat(known.knows(browser, ROSA)).isTrue();
    assertThat(known.knows(later, ROSA)).as("a later day").isFalse();
    for (String made :
        new String[] {"", ".", "~", "x".repeat(5000), mark + "x", "1~" + "A".repeat(22)}) {
      assertThat(known.knows(browserWith(made), ROSA)).as(made).isFalse();
    }
  }

  @Test
  void sayNoNameAndAreShownToNoScriptAndNoOtherSite() {
    String set = signsIn(ROSA);

    assertThat(set)
        .startsWith("known=")
        .contains("; Path=/;", "; HttpOnly", "; SameSite=Lax", "; Max-Age=15552000;")
        .doesNotContain("rosa", "Secure", "Domain");
    MockHttpServletResponse https = new MockHttpServletResponse();
    QuickTries.knownBrowsers("https://letters.example", clock).remember(browser, https, ROSA);
    assertThat(https.getHeader("Set-Cookie")).startsWith("__Host-known=").contains("; Secure");
  }
}
