package org.openletter.profiles.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openletter.platform.session.SignInSettings;
import org.openletter.platform.test.TestClock;
import org.openletter.profiles.account.Account;
import org.openletter.profiles.account.AccountsInMemory;
import org.openletter.profiles.account.AnAccount;
import org.openletter.profiles.account.Role;
import org.openletter.profiles.account.Standing;
import org.openletter.profiles.tries.QuickTries;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SignedInTest {

  private final TestClock clock = new TestClock();
  private final Account rosa = AnAccount.of("rosa").build();
  private final AccountsInMemory accounts = AccountsInMemory.with(rosa);
  private final SignedIn signedIn =
      new SignedIn(
          accounts,
          new SessionCsrf(),
          QuickTries.knownBrowsers("http://localhost:8080", clock),
          new SignInSettings(
              Duration.ofDays(14), Duration.ofDays(30), Duration.ofHours(12), Duration.ofHours(2)),
          clock);
  private final MockHttpServletRequest browser = new MockHttpServletRequest();
  private final MockHttpServletResponse answer = new MockHttpServletResponse();

  private boolean isSignedIn() {
    return signedIn.account(browser).isPresent();
  }

  @Test
  void lastsThirtyDays() {
    signedIn.enter(browser, answer, rosa);
    clock.move(Duration.ofDays(30).minusSeconds(1));
    assertThat(isSignedIn()).isTrue();
    clock.move(Duration.ofSeconds(1));
    assertThat(isSignedIn()).isFalse();
  }

  @Test
  void lastsTwelveHoursForStaffAlsoForThoseWhoBecameIt() {
    signedIn.enter(browser, answer, rosa);
    clock.move(Duration.ofHours(12));
    assertThat(isSignedIn()).isTrue();
    accounts.save(rosa.roles(Set.of(Role.MODERATOR), clock.instant()), List.of());
    assertThat(isSignedIn()).isFalse();
  }

  @Test
  void endsWithTheCredentials() {
    signedIn.enter(browser, answer, rosa);
    clock.move(Duration.ofMinutes(1));
    accounts.save(
        rosa.credentials(rosa.credentials().renewed("p", "r", clock.instant()), clock.instant()),
        List.of());
    assertThat(isSignedIn()).isFalse();
    signedIn.enter(browser, answer, rosa);
    assertThat(isSignedIn()).isTrue();
  }

  @Test
  void endsWithTheAccount() {
    signedIn.enter(browser, answer, rosa);
    accounts.save(rosa.standing(Standing.PAUSED, null, clock.instant()), List.of());

    assertThat(isSignedIn()).isFalse();
    assertThat(signedIn.loadDeferredContext(browser).get().getAuthentication()).isNull();
  }

  @Test
  void leavesAMarkThatThisBrowserIsKnown() {
    signedIn.enter(browser, answer, rosa);

    assertThat(answer.getHeader("Set-Cookie")).startsWith("known=");
  }

  @Test
  void forgetsTheFormTokenOfTheSessionBefore() {
    SessionCsrf csrf = new SessionCsrf();
    browser.getSession().setAttribute(SessionCsrf.TOKEN, "planted");
    signedIn.enter(browser, answer, rosa);

    assertThat(csrf.loadToken(browser)).isNull();
  }
}
