package org.openletter.profiles.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openletter.platform.test.ServiceTest;
import org.openletter.platform.test.TestHttp;
import org.openletter.profiles.Browser;
import org.openletter.profiles.Gateway;
import org.openletter.profiles.Town;
import org.openletter.profiles.account.Account;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ServiceTest
class PagesTest {

  private static final String HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(1)>";

  @LocalServerPort private int port;
  @Autowired private ApplicationContext context;

  private TestHttp http;
  private Gateway gateway;
  private Browser browser;
  private Town town;

  @BeforeEach
  void open(TestHttp client) {
    http = client;
    gateway = new Gateway(client);
    browser = new Browser(port);
    town = new Town(context);
  }

  @Test
  void haveTheirHeadersOnEveryAnswer() {
    for (Browser.Page page :
        List.of(
            browser.open("/id/login"),
            browser.open("/id/sign-up"),
            browser.open("/id/recovery"),
            browser.open("/id/setup/made-up"),
            browser.open("/id/nothing-here"),
            browser.post("/id/login", Map.of("handle", "x")),
            browser.open(gateway.begin().address()),
            browser.open(gateway.begin().with("redirect_uri", "https://evil.example").address()),
            browser.open("/id/oauth2/jwks"),
            browser.open("/id/.well-known/openid-configuration"),
            browser.open("/id/connect/logout"))) {
      assertThat(page.header("content-security-policy"))
          .as("%s", page.response().uri())
          .isEqualTo(
              "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                  + " font-src 'self'; connect-src 'self'; form-action 'self';"
                  + " base-uri 'none'; frame-ancestors 'none'");
      assertThat(page.header("referrer-policy")).isEqualTo("same-origin");
      assertThat(page.header("x-content-type-options")).isEqualTo("nosniff");
      assertThat(page.header("x-frame-options")).isEqualTo("DENY");
      assertThat(page.header("cache-control")).contains("no-store");
      assertThat(page.response().headers().allValues("content-security-policy")).hasSize(1);
      assertThat(page.response().headers().map()).doesNotContainKeys("server", "x-powered-by");
    }
  }

  @Test
  void showHostileInputAsWhatItIs() {
    Browser.Page login =
        browser.submit(browser.open("/id/login"), Map.of("handle", HOSTILE, "password", HOSTILE));
    Browser.Page signUp =
        browser.submit(
            browser.open("/id/sign-up"),
            Map.of("handle", HOSTILE, "name", HOSTILE.repeat(3), "password", HOSTILE));
    Browser.Page recovery =
        browser.submit(
            browser.open("/id/recovery"),
            Map.of("handle", HOSTILE, "code", HOSTILE, "password", "a good long phrase"));

    for (Browser.Page page : List.of(login, signUp, recovery)) {
      assertThat(page.status()).isEqualTo(422);
      Document html = page.html();
      assertThat(html.select("script:not([src])")).isEmpty();
      assertThat(html.select("img, [onerror], [style], style")).isEmpty();
      assertThat(html.select("#handle").attr("value")).isEqualTo(HOSTILE);
      assertThat(html.select("input[type=password]").attr("value")).as("never kept").isEmpty();
    }
  }

  @Test
  void canBeUsedWithoutScriptAndByEar() {
    Browser.Page wrong =
        browser.submit(
            browser.open("/id/sign-up"), Map.of("handle", "x", "name", "", "password", "short"));

    for (Browser.Page page :
        List.of(
            browser.open("/id/login"),
            browser.open("/id/sign-up"),
            browser.open("/id/recovery"),
            wrong)) {
      Document html = page.html();
      assertThat(html.select("html").attr("lang")).isEqualTo("en");
      assertThat(html.select("h1")).hasSize(1);
      for (Element input : html.select("main input:not([type=hidden])")) {
        assertThat(html.select("label[for=" + input.id() + "]")).hasSize(1);
        assertThat(input.attr("autocomplete")).isNotEmpty();
        for (String about : input.attr("aria-describedby").split(" ", -1)) {
          assertThat(about.isEmpty() || html.getElementById(about) != null).as(about).isTrue();
        }
      }
      assertThat(html.select("[onclick], [onsubmit], script:not([src])")).isEmpty();
      assertThat(html.select("a.leave")).hasSize(1);
    }
    assertThat(wrong.html().select("[role=alert] a").eachAttr("href"))
        .containsExactly("#handle", "#password");
    assertThat(wrong.html().select("#handle").attr("aria-invalid")).isEqualTo("true");
  }

  @Test
  void refuseFormsWithoutTheirToken() {
    Account rosa = town.person("rosa");
    Map<String, String> right = Map.of("handle", rosa.handle().value(), "password", Town.PASSWORD);
    Browser other = new Browser(port);
    String foreign = other.open("/id/login").html().select("input[name=_csrf]").attr("value");
    browser.open("/id/login");

    Map<String, String> forged = new TreeMap<>(right);
    forged.put("_csrf", foreign);
    for (Map<String, String> fields : List.of(right, forged)) {
      Browser.Page answer = browser.post("/id/login", fields);
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.html().select("h1").text()).isEqualTo("This form is too old");
    }
    assertThat(browser.follow(gateway.begin().address()).html().select("h1").text())
        .isEqualTo("Sign in");
  }

  @Test
  void sayThatABrowserKeepsNoCookies() {
    Browser.Page answer =
        new Browser(port).post("/id/login", Map.of("handle", "rosa", "password", "x"));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.html().select("h1").text()).isEqualTo("Your browser keeps no cookies");
  }

  @Test
  void sayTheSameWhetherSomebodyIsThereOrNot() {
    Account rosa = town.person("rosa");
    Browser.Page there = tried(rosa.handle().value());
    Browser.Page nobody = tried("nobody-" + rosa.handle().value().substring(5));
    assertThat(there.status()).isEqualTo(nobody.status());
    assertThat(plain(there)).isEqualTo(plain(nobody));
    assertThat(there.response().headers().map().keySet())
        .isEqualTo(nobody.response().headers().map().keySet());

    Browser.Page code = codeTried(rosa.handle().value());
    Browser.Page nobodysCode = codeTried("nobody-" + rosa.handle().value().substring(5));
    assertThat(code.status()).isEqualTo(nobodysCode.status());
    assertThat(plain(code)).isEqualTo(plain(nobodysCode));
  }

  private Browser.Page tried(String handle) {
    return browser.submit(browser.open("/id/login"), Map.of("handle", handle, "password", "wrong"));
  }

  private Browser.Page codeTried(String handle) {
    return browser.submit(
        browser.open("/id/recovery"),
        Map.of("handle", handle, "code", "wrong", "password", "a good long phrase"));
  }

  private static String plain(Browser.Page page) {
    Document html = page.html();
    html.select("#handle, input[type=hidden]").remove();
    return html.html();
  }

  @Test
  void slowDownWhoeverGuesses() {
    String handle = town.person("rosa").handle().value();
    for (int i = 0; i < 10; i++) {
      assertThat(tried(handle).status()).isEqualTo(422);
    }
    Browser.Page slow = tried(handle);

    assertThat(slow.status()).isEqualTo(429);
    assertThat(Long.parseLong(slow.header("retry-after"))).isBetween(1L, 15L);
    assertThat(slow.text()).contains("Too many tries");
  }

  @Test
  void letHerBackInWithTheRecoveryCode() {
    Account rosa = town.person("rosa");
    String handle = rosa.handle().value();
    Gateway.Tokens before = gateway.signIn(new Browser(port), handle, Town.PASSWORD);
    Gateway.Begun begun = gateway.begin();
    Browser.Page login = browser.follow(begun.address());

    Browser.Page code =
        browser.submit(
            browser.openLink(login, "/id/recovery"),
            Map.of("handle", handle, "code", Town.CODE, "password", "a good long phrase"));

    assertThat(code.html().select(".code").text())
        .matches("([0-9a-z]{4}-){5}[0-9a-z]{4}")
        .isNotEqualTo(Town.CODE);
    Browser.Page on = browser.submit(code, Map.of());
    assertThat(Gateway.code(browser.follow(on.location()))).isNotEmpty();
    assertThat(gateway.refresh(before.refresh()).text("/error")).isEqualTo("invalid_grant");
    assertThat(http.get("/id/me", before.access()).status()).isEqualTo(401);
    browser = new Browser(port);
    Browser.Page oldPassword =
        browser.submit(
            browser.open("/id/login"), Map.of("handle", handle, "password", Town.PASSWORD));
    assertThat(oldPassword.status()).isEqualTo(422);
  }

  @Test
  void sayWhatSigningInIsForByWhatIsKept() {
    Map.of(
            "response", "Sign in to send your response",
            "changed-response", "Sign in to save the change of your response",
            "letter", "Sign in to save your letter",
            "profile", "Sign in to save what you say about yourself",
            "decision", "Sign in to go on with your decision",
            "conversation", "Sign in to save how the conversation is held",
            "import", "Sign in to go on bringing in your letter",
            "contact", "Sign in to save how people reach this site",
            "something-newer", "Sign in to go on")
        .forEach((kept, title) ->
            assertThat(
                    browser
                        .follow(gateway.begin().with("kept", kept).address())
                        .html()
                        .select("h1")
                        .text())
                .isEqualTo(title));
  }

  @Test
  void sayThatHerWordsAreKept() {
    Browser.Page login = browser.follow(gateway.begin().with("kept", "1").address());

    assertThat(login.text()).contains("Your words are kept.");
    assertThat(browser.openLink(login, "/id/sign-up").text()).contains("Your words are kept.");
    assertThat(new Browser(port).open("/id/login").text()).doesNotContain("Your words are kept.");
  }

  @Test
  void leadToTheGatewayWhenSheCameFromNowhere() {
    Account rosa = town.person("rosa");
    Browser.Page back =
        browser.submit(
            browser.open("/id/login"),
            Map.of("handle", rosa.handle().value(), "password", Town.PASSWORD));

    assertThat(back.location()).isEqualTo(Browser.ORIGIN + "/sign-in");
    assertThat(browser.open("/id/login").location()).isEqualTo(Browser.ORIGIN + "/sign-in");
  }

  @Test
  void leadToNoOtherHostWhateverTheHeadersSay() {
    for (String header : List.of("X-Forwarded-Host", "X-Forwarded-Prefix", "Forwarded")) {
      TestHttp.Answer answer =
          http.send(
              http.request(gateway.begin().address(), null)
                  .header("Accept", "text/html")
                  .header(
                      header, header.equals("Forwarded") ? "host=evil.example" : "//evil.example")
                  .GET());
      assertThat(answer.status()).isEqualTo(302);
      assertThat(answer.header("location")).doesNotContain("evil", "127.0.0.1");
    }
  }

  @Test
  void setTheCookieAsItHasToBe() {
    String cookie =
        browser.open("/id/login").response().headers().firstValue("set-cookie").orElse("");

    assertThat(cookie)
        .startsWith("id=")
        .contains("Path=/;", "HttpOnly", "SameSite=Lax")
        .doesNotContain("Domain");
    assertThat(browser.open("/id/oauth2/jwks").response().headers().map())
        .doesNotContainKey("set-cookie");
  }
}
