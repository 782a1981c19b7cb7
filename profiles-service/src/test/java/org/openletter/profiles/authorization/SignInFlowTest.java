package org.openletter.profiles.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Map;
import org.bson.Document;
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
import org.openletter.profiles.tries.Guesser;
import org.openletter.profiles.tries.Purpose;
import org.openletter.profiles.tries.Tries;
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
    Browser.Page form = browser.openLink(browser.follow(begun.address()), "/id/sign-up");
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

  private Browser.Page tries(Browser at, Account account, String password) {
    Browser.Page login = at.follow(gateway.begin().address());
    return at.submit(login, Map.of("handle", account.handle().value(), "password", password));
  }

  @Test
  void keepsTheOwnersBrowserInWhileStrangersGuessFromEverywhere() {
    Account rosa = town.person("rosa");
    assertThat(tries(browser, rosa, Town.PASSWORD).status()).isEqualTo(303);
    Browser hers = new Browser(port).withCookie("known", browser.cookie("known"));
    Tries tries = context.getBean(Tries.class);
    for (int i = 0; i < 100; i++) {
      Guesser guesser = new Guesser.Stranger("guesses " + i, false);
      assertThat(tries.begin(Purpose.SIGN_IN, rosa.handle(), guesser)).isEmpty();
    }

    Browser.Page elsewhere = tries(new Browser(port), rosa, Town.PASSWORD);

    assertThat(elsewhere.status()).isEqualTo(429);
    assertThat(elsewhere.header("retry-after")).isNotEmpty();
    assertThat(elsewhere.text()).contains("A browser in which you signed in before works");
    assertThat(tries(hers, rosa, Town.PASSWORD).status()).isEqualTo(303);
  }

  @Test
  void countsWhoComesWithoutTheGatewaysWordTogether() {
    Tries tries = context.getBean(Tries.class);
    for (int i = 0; i < 25; i++) {
      Guesser direct = new Guesser.Stranger("", false);
      assertThat(tries.begin(Purpose.SIGN_IN, null, direct)).isEmpty();
    }

    Browser direct = new Browser(port, "made up").inNoBlock();
    assertThat(tries(direct, town.person("rosa"), Town.PASSWORD).status()).isEqualTo(429);
  }

  @Test
  void takesNoMarkOfAnotherHandleForHers() {
    Account rosa = town.person("rosa");
    tries(browser, town.person("otto"), Town.PASSWORD);
    Browser others = new Browser(port).withCookie("known", browser.cookie("known"));
    Tries tries = context.getBean(Tries.class);
    for (int i = 0; i < 100; i++) {
      tries.begin(Purpose.SIGN_IN, rosa.handle(), new Guesser.Stranger("again " + i, false));
    }

    assertThat(tries(others, rosa, Town.PASSWORD).status()).isEqualTo(429);
  }

  @Test
  void countsAccountsMadeAndNoTypingMistakes() {
    for (int i = 0; i < 8; i++) {
      assertThat(signsUp(browser, "no").status()).isEqualTo(422);
    }
    for (int i = 0; i < 5; i++) {
      Browser neighbour = new Browser(port, "one network");
      assertThat(signsUp(neighbour, "wilma-" + i + "-" + port).status()).isEqualTo(200);
    }

    Browser.Page sixth = signsUp(new Browser(port, "one network"), "wilma-5-" + port);

    assertThat(sixth.status()).isEqualTo(429);
    assertThat(sixth.text()).contains("Nothing was made yet");
    assertThat(sixth.html().select("#handle").attr("value")).isEqualTo("wilma-5-" + port);
    assertThat(signsUp(browser, "wilma-6-" + port).status()).isEqualTo(200);
  }

  private Browser.Page signsUp(Browser at, String handle) {
    return at.submit(at.open("/id/sign-up"), Map.of("handle", handle, "password", Town.PASSWORD));
  }

  @Test
  void endsEachTabAtItsOwnPlace() {
    Account rosa = town.person("rosa");
    Map<String, String> typed = Map.of("handle", rosa.handle().value(), "password", Town.PASSWORD);
    Gateway.Begun first = gateway.begin();
    Gateway.Begun second = gateway.begin();
    Browser.Page one = browser.follow(first.address());
    Browser.Page two = browser.follow(second.address());

    assertThat(browser.follow(browser.submit(one, typed).location()).location())
        .contains("state=" + first.state());
    assertThat(browser.follow(browser.submit(two, typed).location()).location())
        .contains("state=" + second.state());
  }

  @Test
  void storesNothingForWhoeverOnlyBeginsToSignIn() {
    MongoCollection<Document> sessions =
        context.getBean(MongoDatabase.class).getCollection("sessions");
    long before = sessions.estimatedDocumentCount();
    for (int i = 0; i < 30; i++) {
      Browser.Page login = new Browser(port).follow(gateway.begin().address());
      assertThat(login.status()).isEqualTo(200);
      assertThat(login.html().select("input[name=_csrf]").attr("value")).isNotEmpty();
    }
    assertThat(sessions.estimatedDocumentCount()).isEqualTo(before);

    signedIn(town.person("rosa"));
    assertThat(sessions.estimatedDocumentCount()).isEqualTo(before + 1);
  }

  @Test
  void leadsBackToItsOwnEndpointAlone() {
    for (String back : List.of("//evil.example", "x\r\ny", "a b", "x".repeat(2001), "<b>")) {
      Browser.Page login = browser.open("/id/login?" + Browser.encode(Map.of("back", back)));
      assertThat(login.html().select("input[name=back]"))
          .as(back)
          .satisfiesAnyOf(
              fields -> assertThat(fields).isEmpty(),
              fields -> assertThat(back).isEqualTo("//evil.example"));
    }
    Account rosa = town.person("rosa");
    Browser.Page login = browser.open("/id/login?back=%2F%2Fevil.example");
    assertThat(
            browser
                .submit(login, Map.of("handle", rosa.handle().value(), "password", Town.PASSWORD))
                .location())
        .isEqualTo("/id/oauth2/authorize?//evil.example");
  }

  @Test
  void asksApplicationsForTheirProofAndSendsThemToNoPage(TestHttp http) {
    for (String address : List.of("/id/oauth2/token", "/id/oauth2/revoke")) {
      TestHttp.Answer answer =
          http.send(
              http.request(address, null)
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(
                      java.net.http.HttpRequest.BodyPublishers.ofString(
                          "grant_type=client_credentials&token=x")));

      assertThat(answer.status()).as(address).isEqualTo(401);
      assertThat(answer.text("/error")).isEqualTo("invalid_client");
      assertThat(answer.header("location")).isEmpty();
    }
    assertThat(http.get("/id/oauth2/introspect", null).status()).isEqualTo(404);
  }

  @Test
  void revokesNothingForATokenThatWasExchangedLongAgo(TestHttp http) {
    Gateway.Tokens first = signedIn(town.person("rosa"));
    Gateway.Tokens second = Gateway.tokens(gateway.refresh(first.refresh()));

    assertThat(gateway.revoke(first.refresh()).status()).isEqualTo(200);
    assertThat(gateway.refresh(second.refresh()).status()).isEqualTo(200);
  }

  private static TestHttp.Answer signsOut(TestHttp http, Gateway.Tokens tokens, Browser at) {
    return http.send(
        http.request("/id/me/sign-out", tokens.access())
            .header("Content-Type", "application/json")
            .POST(
                java.net.http.HttpRequest.BodyPublishers.ofString(
                    "{\"cookie\":\"%s\"}".formatted(at.cookie("id")))));
  }

  @Test
  void signsOutOnBothSidesByACallOfTheGateway(TestHttp http) {
    Gateway.Tokens tokens = signedIn(town.person("rosa"));
    Gateway.Tokens fresh = Gateway.tokens(gateway.refresh(tokens.refresh()));

    assertThat(signsOut(http, fresh, browser).status()).isEqualTo(204);

    assertThat(gateway.refresh(fresh.refresh()).text("/error")).isEqualTo("invalid_grant");
    assertThat(browser.follow(gateway.begin().address()).html().select("h1").text())
        .isEqualTo("Sign in");
  }

  @Test
  void endsNobodyElsesSessionBySigningOut(TestHttp http) {
    Gateway.Tokens hers = signedIn(town.person("rosa"));
    Browser others = new Browser(port);
    gateway.signIn(others, town.person("otto").handle().value(), Town.PASSWORD);

    assertThat(signsOut(http, hers, others).status()).isEqualTo(204);

    assertThat(Gateway.code(others.follow(gateway.begin().address()))).isNotEmpty();
  }
}
