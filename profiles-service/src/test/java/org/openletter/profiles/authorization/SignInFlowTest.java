package org.openletter.profiles.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openletter.platform.test.ServiceTest;
import org.openletter.platform.test.TestHttp;
import org.openletter.profiles.Browser;
import org.openletter.profiles.Claims;
import org.openletter.profiles.Gateway;
import org.openletter.profiles.Town;
import org.openletter.profiles.account.Account;
import org.openletter.profiles.account.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ServiceTest
class SignInFlowTest {

  @LocalServerPort private int port;
  @Autowired private ApplicationContext context;

  private Gateway gateway;
  private Browser browser;
  private Town town;

  @BeforeEach
  void open(TestHttp http) {
    gateway = new Gateway(http);
    browser = new Browser(port);
    town = new Town(context);
  }

  private Gateway.Tokens signedIn(Account account) {
    return gateway.signIn(browser, account.handle().value(), Town.PASSWORD);
  }

  private Browser.Page signOut(Gateway.Tokens tokens) {
    return browser.open(
        "/id/connect/logout?"
            + Browser.encode(
                Map.of(
                    "id_token_hint",
                    tokens.id(),
                    "post_logout_redirect_uri",
                    Browser.ORIGIN + "/")));
  }

  @Test
  void signsUpKeepsTheCodeAndComesBackToWhereSheWasGoing() {
    Gateway.Begun begun = gateway.begin();
    browser.follow(begun.address());
    Browser.Page form = browser.open("/id/sign-up");
    String handle = "wilma-" + begun.state().substring(0, 8);
    Browser.Page code =
        browser.submit(form, Map.of("handle", handle, "name", "Wilma", "password", Town.PASSWORD));
    assertThat(code.html().select(".code").text()).matches("([0-9a-z]{4}-){5}[0-9a-z]{4}");

    Browser.Page on = browser.submit(code, Map.of());
    assertThat(on.status()).isEqualTo(303);
    Browser.Page back = browser.follow(on.location());

    assertThat(back.location()).contains("state=" + begun.state());
    Claims claims =
        Claims.of(Gateway.tokens(gateway.redeem(Gateway.code(back), begun.verifier())).access());
    assertThat(claims.text("handle")).isEqualTo(handle);
    assertThat(claims.text("name")).isEqualTo("Wilma");
    assertThat(claims.list("roles")).containsExactly("member");
  }

  @Test
  void saysInATokenWhoSheIsAndNothingElse() {
    Account rosa = town.person("rosa", Role.MODERATOR);

    Claims access = Claims.of(signedIn(rosa).access());

    assertThat(access.text("sub")).isEqualTo(rosa.id());
    assertThat(access.text("iss")).isEqualTo(Browser.ORIGIN + "/id");
    assertThat(access.list("aud"))
        .containsExactly(
            "posts-service", "comments-service", "profiles-service", "moderation-service");
    assertThat(access.list("roles")).containsExactly("member", "moderator");
    assertThat(access.text("joined")).isEqualTo(rosa.joinedOn().toString());
    assertThat(access.has("scope")).isFalse();
    assertThat(access.seconds("exp") - access.seconds("iat")).isEqualTo(300);
  }

  @Test
  void keepsWhoWaitsForStaffWithoutRoles() {
    Account dora = town.waiting("dora");

    assertThat(Claims.of(signedIn(dora).access()).list("roles")).isEmpty();
  }

  @Test
  void exchangesRefreshTokensForNewOnes() {
    Gateway.Tokens first = signedIn(town.person("rosa"));
    Gateway.Tokens second = Gateway.tokens(gateway.refresh(first.refresh()));
    Gateway.Tokens third = Gateway.tokens(gateway.refresh(second.refresh()));

    assertThat(List.of(first.refresh(), second.refresh(), third.refresh())).doesNotHaveDuplicates();
    assertThat(third.id()).isNotEmpty().isNotEqualTo(first.id());
  }

  @Test
  void endsTheFamilyWhenARefreshTokenIsUsedAfterItsSuccessor() {
    Gateway.Tokens first = signedIn(town.person("rosa"));
    Gateway.Tokens second = Gateway.tokens(gateway.refresh(first.refresh()));
    Gateway.Tokens third = Gateway.tokens(gateway.refresh(second.refresh()));

    assertThat(gateway.refresh(first.refresh()).text("/error")).isEqualTo("invalid_grant");
    assertThat(gateway.refresh(third.refresh()).text("/error")).isEqualTo("invalid_grant");
  }

  @Test
  void givesTheSameSuccessorToAllWhoExchangeAtOnceAndSignsNobodyOut() {
    Gateway.Tokens first = signedIn(town.person("rosa"));

    List<Gateway.Tokens> exchanged =
        java.util.stream.IntStream.range(0, 20)
            .parallel()
            .mapToObj(_ -> Gateway.tokens(gateway.refresh(first.refresh())))
            .toList();

    assertThat(exchanged)
        .extracting(Gateway.Tokens::refresh)
        .containsOnly(exchanged.getFirst().refresh());
    Gateway.Tokens next = Gateway.tokens(gateway.refresh(exchanged.getLast().refresh()));
    assertThat(next.refresh()).isNotEqualTo(first.refresh());
  }

  @Test
  void endsTheSignInWhenACodeIsUsedTwice() {
    Account rosa = town.person("rosa");
    Gateway.Begun begun = gateway.begin();
    Browser.Page login = browser.follow(begun.address());
    Browser.Page back =
        browser.submit(login, Map.of("handle", rosa.handle().value(), "password", Town.PASSWORD));
    String code = Gateway.code(browser.follow(back.location()));
    Gateway.Tokens tokens = Gateway.tokens(gateway.redeem(code, begun.verifier()));

    assertThat(gateway.redeem(code, begun.verifier()).text("/error")).isEqualTo("invalid_grant");
    assertThat(gateway.refresh(tokens.refresh()).text("/error")).isEqualTo("invalid_grant");
  }

  @Test
  void refusesAnotherVerifierAndNone() {
    signedIn(town.person("rosa"));
    for (String verifier : List.of("x".repeat(43), "short", "")) {
      Gateway.Begun begun = gateway.begin();
      String code = Gateway.code(browser.follow(begun.address()));
      assertThat(gateway.redeem(code, verifier).status()).as(verifier).isEqualTo(400);
      assertThat(gateway.redeem(code, verifier).text("/access_token")).isEmpty();
    }
  }

  @Test
  void refusesWeakProofsOfTheKey() {
    signedIn(town.person("rosa"));
    for (Gateway.Begun weak :
        List.of(
            gateway.begin().with("code_challenge_method", "plain"),
            gateway.begin().without("code_challenge_method"),
            gateway.begin().without("code_challenge"),
            gateway.begin().with("scope", "openid profiles-service.revocations"),
            gateway.begin().with("scope", "openid everything"),
            gateway.begin().with("response_type", "token"))) {
      Browser.Page answer = browser.open(weak.address());
      assertThat(answer.location()).as("%s", weak).doesNotContain("code=");
      assertThat(answer.status() == 400 || answer.location().contains("error=")).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/login/oauth2/code/openletter",
        "http://localhost:8080/login/oauth2/code/openletter/",
        "http://localhost:8080/login/oauth2/code/openletter?x=1",
        "http://localhost:8080/login/oauth2/code/openletter#x",
        "http://localhost:8080/login/oauth2/code/OPENLETTER",
        "http://localhost:8080/login/oauth2/code/../code/openletter",
        "http://localhost:8080/login/oauth2/code/%2e%2e/openletter",
        "http://localhost:8081/login/oauth2/code/openletter",
        "http://127.0.0.1:8080/login/oauth2/code/openletter",
        "https://localhost:8080/login/oauth2/code/openletter",
        "http://localhost:8080.evil.example/login/oauth2/code/openletter",
        "http://user@localhost:8080/login/oauth2/code/openletter",
        "//localhost:8080/login/oauth2/code/openletter",
        "javascript:alert(1)",
        ""
      })
  void leadsNowhereElse(String redirect) {
    signedIn(town.person("rosa"));

    Browser.Page answer = browser.open(gateway.begin().with("redirect_uri", redirect).address());

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.location()).isEmpty();
    assertThat(answer.html().select("h1").text()).isEqualTo("This did not work");
  }

  @Test
  void signsOutOnBothSidesAlsoAfterARefresh() {
    Gateway.Begun begun = gateway.begin();
    Gateway.Tokens tokens = signedIn(town.person("rosa"));
    Gateway.Tokens fresh = Gateway.tokens(gateway.refresh(tokens.refresh()));

    assertThat(signOut(fresh).location()).isEqualTo(Browser.ORIGIN + "/");
    assertThat(gateway.refresh(fresh.refresh()).text("/error")).isEqualTo("invalid_grant");
    assertThat(browser.follow(begun.address()).html().select("h1").text()).isEqualTo("Sign in");
  }

  @Test
  void signsOutInOneOfTwoBrowsers() {
    Account rosa = town.person("rosa");
    Gateway.Tokens here = signedIn(rosa);
    Browser other = new Browser(port);
    Gateway.Tokens there = gateway.signIn(other, rosa.handle().value(), Town.PASSWORD);

    assertThat(signOut(here).location()).isEqualTo(Browser.ORIGIN + "/");
    assertThat(gateway.refresh(here.refresh()).status()).isEqualTo(400);
    assertThat(gateway.refresh(there.refresh()).status()).isEqualTo(200);
    assertThat(Gateway.code(other.follow(gateway.begin().address()))).isNotEmpty();
  }

  @Test
  void signsNobodyOutForAForeignAddressOrWithoutAnIdToken() {
    Gateway.Tokens tokens = signedIn(town.person("rosa"));

    Browser.Page foreign =
        browser.open(
            "/id/connect/logout?"
                + Browser.encode(
                    Map.of(
                        "id_token_hint",
                        tokens.id(),
                        "post_logout_redirect_uri",
                        "https://evil.example/")));
    assertThat(foreign.status()).isEqualTo(400);
    assertThat(browser.open("/id/connect/logout").status()).isEqualTo(400);
    assertThat(browser.open("/id/connect/logout?id_token_hint=made-up").status()).isEqualTo(400);
    assertThat(gateway.refresh(tokens.refresh()).status()).isEqualTo(200);
  }

  @Test
  void givesThePlantedSessionAnotherIdAtSignIn() {
    browser.follow(gateway.begin().address());
    String planted = browser.cookie("id");
    signedIn(town.person("rosa"));

    assertThat(browser.cookie("id")).isNotEqualTo(planted);
    Browser attacker = new Browser(port).withCookie("id", planted);
    assertThat(attacker.follow(gateway.begin().address()).html().select("h1").text())
        .isEqualTo("Sign in");
  }

  @Test
  void doesNotOfferWhatNobodyNeeds() {
    for (String closed :
        List.of(
            "/id/connect/register",
            "/id/userinfo",
            "/id/oauth2/introspect",
            "/id/oauth2/device_authorization",
            "/id/oauth2/par",
            "/id/oauth2/register",
            "/id/default-ui.css",
            "/id/logout",
            "/id/")) {
      assertThat(browser.open(closed).status()).as(closed).isEqualTo(404);
    }
  }
}
