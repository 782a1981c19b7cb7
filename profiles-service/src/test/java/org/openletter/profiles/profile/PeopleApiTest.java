package org.openletter.profiles.profile;

import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openletter.platform.test.Neighbours;
import org.openletter.platform.test.ServiceTest;
import org.openletter.platform.test.TestHttp;
import org.openletter.platform.test.Tokens;
import org.openletter.profiles.Browser;
import org.openletter.profiles.Claims;
import org.openletter.profiles.Eventually;
import org.openletter.profiles.Gateway;
import org.openletter.profiles.Town;
import org.openletter.profiles.account.Account;
import org.openletter.profiles.account.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ServiceTest
class PeopleApiTest {

  @LocalServerPort private int port;
  @Autowired private ApplicationContext context;

  private TestHttp http;
  private Town town;

  @BeforeEach
  void open(TestHttp client) {
    http = client;
    town = new Town(context);
    for (String service : List.of("comments-service", "posts-service")) {
      Neighbours.wireMock()
          .stubFor(
              put(urlMatching("/" + service + "/internal/authors"))
                  .willReturn(Neighbours.hearsAll()));
    }
  }

  @Test
  void showsAPublicProfileToAnybody() {
    Account rosa = town.person("rosa", Role.MODERATOR);

    TestHttp.Answer answer = http.get("/id/people/" + rosa.handle(), null);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/name")).isEqualTo("rosa");
    assertThat(answer.text("/roles/0")).isEqualTo("moderator");
    assertThat(answer.json().path("roles").size()).isEqualTo(1);
    assertThat(answer.body()).doesNotContain(rosa.id(), "argon2");
  }

  @Test
  void hidesWhoWaitsForStaffAsIfNobodyWereThere() {
    Account dora = town.waiting("dora");

    TestHttp.Answer waiting = http.get("/id/people/" + dora.handle(), null);
    assertThat(waiting.problem()).isEqualTo("not-found");
    assertThat(http.get("/id/people/nobody-at-all", null).text("/detail"))
        .isEqualTo(waiting.text("/detail"));
    assertThat(http.get("/id/people/No%20Handle", null).status()).isEqualTo(404);
  }

  @Test
  void tellsEverybodyAboutHerself() {
    Account dora = town.waiting("dora");

    TestHttp.Answer me = http.get("/id/me", Town.token(dora));

    assertThat(me.text("/handle")).isEqualTo(dora.handle().value());
    assertThat(me.json().path("waitingForStaff").asBoolean()).isTrue();
    assertThat(me.json().path("roles").size()).isZero();
    assertThat(me.json().path("unread").asInt()).isZero();
  }

  @Test
  void decidesForItselfWhoAsks() {
    for (String path : List.of("/id/me", "/id/me/notices", "/id/me/notices/count")) {
      assertThat(http.get(path, null).status()).as(path).isEqualTo(401);
      assertThat(http.get(path, Tokens.expired()).status()).isEqualTo(401);
      assertThat(http.get(path, Tokens.foreignKey()).status()).isEqualTo(401);
      assertThat(http.get(path, Tokens.wrongAudience()).status()).isEqualTo(401);
      assertThat(http.get(path, Tokens.wrongIssuer()).status()).isEqualTo(401);
      assertThat(http.get(path, "not.a.token").status()).isEqualTo(401);
      assertThat(
              http.get(path, Tokens.service("comments-service", "profiles-service.notices"))
                  .status())
          .isEqualTo(403);
    }
    // A person who never had an account here.
    assertThat(http.get("/id/me", Tokens.person("ghost0000000", "ghost", "member")).status())
        .isEqualTo(401);
  }

  @Test
  void changesWhatSheShowsAndTellsTheOtherServices() {
    Account rosa = town.person("rosa");

    TestHttp.Answer saved =
        http.put(
            "/id/me/profile",
            Town.token(rosa),
            "{\"name\":\"Rosa <b>Luz</b>\",\"bio\":\"Reads.\",\"version\":\"%s\"}"
                .formatted(rosa.profileVersion()));

    assertThat(saved.text("/name")).isEqualTo("Rosa <b>Luz</b>");
    for (String service : List.of("comments-service", "posts-service")) {
      Eventually.passes(() ->
          Neighbours.wireMock()
              .verify(
                  1,
                  putRequestedFor(urlEqualTo("/" + service + "/internal/authors"))
                      .withRequestBody(
                          matchingJsonPath(
                              "$[?(@.accountId == '%s' && @.handle == '%s' && @.eventId"
                                      .formatted(rosa.id(), rosa.handle())
                                  + " && @.name == 'Rosa <b>Luz</b>')]"))));
    }
  }

  @Test
  void showsTheProfileOfNowToWhoComesTooLate() {
    Account rosa = town.person("rosa");
    String token = Town.token(rosa);
    String body = "{\"name\":\"rosa\",\"bio\":\"%s\",\"version\":\"%s\"}";
    http.put("/id/me/profile", token, body.formatted("One tab.", rosa.profileVersion()));

    TestHttp.Answer late =
        http.put("/id/me/profile", token, body.formatted("The other.", rosa.profileVersion()));

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.problem()).isEqualTo("profile-changed");
    assertThat(late.text("/bio")).isEqualTo("One tab.");
    TestHttp.Answer again =
        http.put("/id/me/profile", token, body.formatted("The other.", late.text("/version")));
    assertThat(again.text("/bio")).isEqualTo("The other.");
  }

  @Test
  void keepsTheChoiceOfTheKeyWithTheAccount() {
    Account rosa = town.person("rosa");
    String handle = rosa.handle().value();
    Gateway gateway = new Gateway(http);
    Gateway.Tokens one = gateway.signIn(new Browser(port), handle, Town.PASSWORD);
    assertThat(Claims.of(one.id()).has("without_leave_key")).isFalse();

    TestHttp.Answer off = http.put("/id/me/leave-key", one.access(), "{\"off\":true}");

    assertThat(off.json().path("withoutLeaveKey").asBoolean()).isTrue();
    Gateway.Tokens renewed = Gateway.tokens(gateway.refresh(one.refresh()));
    Gateway.Tokens elsewhere = gateway.signIn(new Browser(port), handle, Town.PASSWORD);
    for (Gateway.Tokens tokens : List.of(renewed, elsewhere)) {
      assertThat(Claims.of(tokens.id()).text("without_leave_key")).isEqualTo("true");
      assertThat(Claims.of(tokens.access()).has("without_leave_key")).isFalse();
    }
    http.put("/id/me/leave-key", renewed.access(), "{\"off\":false}");
    assertThat(http.get("/id/me", renewed.access()).json().path("withoutLeaveKey").asBoolean())
        .isFalse();
    assertThat(http.put("/id/me/leave-key", renewed.access(), "{}").problem())
        .isEqualTo("invalid-fields");
    assertThat(http.put("/id/me/leave-key", null, "{\"off\":true}").status()).isEqualTo(401);
  }

  @Test
  void saysWhatIsWrongWithAProfile() {
    String token = Town.token(town.person("rosa"));

    TestHttp.Answer tooLong =
        http.put(
            "/id/me/profile",
            token,
            "{\"name\":\"%s\",\"bio\":\"\",\"version\":\"v\"}".formatted("x".repeat(61)));
    assertThat(tooLong.problem()).isEqualTo("invalid-fields");
    assertThat(tooLong.text("/fields/0/field")).isEqualTo("name");
    assertThat(http.put("/id/me/profile", token, "{}").problem()).isEqualTo("invalid-fields");
    assertThat(http.put("/id/me/profile", token, "{\"name\":\"Rosa\",\"bio\":\"\"}").problem())
        .as("without the version that was seen")
        .isEqualTo("invalid-fields");
    assertThat(http.put("/id/me/profile", token, "{\"name\":1}").status()).isEqualTo(400);
    assertThat(http.put("/id/me/profile", token, "nonsense").status()).isEqualTo(400);
    assertThat(http.delete("/id/me/profile", token).status()).isEqualTo(405);
  }

  @Test
  void changesThePasswordAndEndsEveryOtherSignIn() {
    Account rosa = town.person("rosa");
    String handle = rosa.handle().value();
    Gateway gateway = new Gateway(http);
    Browser lost = new Browser(port);
    Gateway.Tokens hers = gateway.signIn(new Browser(port), handle, Town.PASSWORD);
    Gateway.Tokens lostTokens = gateway.signIn(lost, handle, Town.PASSWORD);

    assertThat(
            http.put(
                    "/id/me/password",
                    hers.access(),
                    "{\"current\":\"wrong\",\"password\":\"another good phrase\"}")
                .text("/fields/0/field"))
        .isEqualTo("current");
    assertThat(
            http.put(
                    "/id/me/password",
                    hers.access(),
                    "{\"current\":\"%s\",\"password\":\"another good phrase\"}"
                        .formatted(Town.PASSWORD))
                .text("/ended"))
        .as("other sign-ins")
        .isEqualTo("1");

    assertThat(gateway.refresh(lostTokens.refresh()).text("/error")).isEqualTo("invalid_grant");
    assertThat(lost.follow(gateway.begin().address()).html().select("h1").text())
        .isEqualTo("Sign in");
    assertThat(http.get("/id/me", lostTokens.access()).status()).isEqualTo(401);
    assertThat(http.get("/id/me", hers.access()).status()).as("exchanged first").isEqualTo(401);
    Gateway.Tokens fresh = Gateway.tokens(gateway.refresh(hers.refresh()));
    assertThat(http.get("/id/me", fresh.access()).status()).isEqualTo(200);
    assertThat(gateway.signIn(new Browser(port), handle, "another good phrase").access())
        .isNotEmpty();
  }

  @Test
  void givesANewRecoveryCode() {
    String token = Town.token(town.person("rosa"));

    TestHttp.Answer code =
        http.post("/id/me/recovery-code", token, "{\"password\":\"%s\"}".formatted(Town.PASSWORD));

    assertThat(code.text("/code")).matches("([0-9a-z]{4}-){5}[0-9a-z]{4}");
    assertThat(http.post("/id/me/recovery-code", token, "{\"password\":\"wrong\"}").problem())
        .isEqualTo("invalid-fields");
  }

  @Test
  void keepsPersonalAnswersOutOfEveryCache() {
    TestHttp.Answer me = http.get("/id/me", Town.token(town.person("rosa")));

    assertThat(me.header("cache-control")).contains("no-store");
    assertThat(me.header("x-content-type-options")).isEqualTo("nosniff");
    assertThat(me.header("content-security-policy")).contains("default-src 'none'");
    assertThat(me.headers().map()).doesNotContainKeys("set-cookie", "server");
  }
}
