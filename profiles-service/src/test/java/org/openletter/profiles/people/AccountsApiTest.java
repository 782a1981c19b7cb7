package org.openletter.profiles.people;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openletter.platform.test.Neighbours;
import org.openletter.platform.test.ServiceTest;
import org.openletter.platform.test.TestHttp;
import org.openletter.platform.test.Tokens;
import org.openletter.profiles.Eventually;
import org.openletter.profiles.Town;
import org.openletter.profiles.account.Account;
import org.openletter.profiles.account.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ServiceTest
class AccountsApiTest {

  @Autowired private ApplicationContext context;

  private TestHttp http;
  private Town town;
  private String admin;

  @BeforeEach
  void open(TestHttp client) {
    http = client;
    town = new Town(context);
    admin = Town.token(town.person("admina", Role.ADMIN));
    Neighbours.wireMock()
        .stubFor(
            put(urlMatching("/.*-service/internal/authors")).willReturn(Neighbours.hearsAll()));
  }

  @Test
  void isForAdminsOnly() {
    Account otto = town.person("otto", Role.MODERATOR);
    String roles = "/id/accounts/" + otto.handle() + "/roles";

    for (String token :
        List.of(
            Town.token(otto),
            Tokens.service("comments-service", "profiles-service.notices"),
            Town.token(town.waiting("dora")))) {
      assertThat(http.get("/id/accounts", token).status()).isEqualTo(403);
      assertThat(http.put(roles, token, "{\"roles\":[\"admin\"]}").status()).isEqualTo(403);
    }
    assertThat(http.get("/id/accounts", null).status()).isEqualTo(401);
    assertThat(http.get("/id/accounts", Tokens.foreignKey()).status()).isEqualTo(401);
  }

  @Test
  void believesTheAccountMoreThanTheToken() {
    Account otto = town.person("otto", Role.ADMIN);
    String token = Tokens.personSince(Instant.now(), otto.id(), otto.handle().value(), "admin");
    assertThat(http.get("/id/accounts", token).status()).isEqualTo(200);

    http.put("/id/accounts/" + otto.handle() + "/roles", admin, roles(otto));

    assertThat(http.get("/id/accounts", token).status()).isEqualTo(401);
  }

  @Test
  void grantsRolesWhichIsHeardEverywhereAndTold() {
    Account otto = town.person("otto");

    TestHttp.Answer changed =
        http.put("/id/accounts/" + otto.handle() + "/roles", admin, roles(otto, "moderator"));

    assertThat(changed.text("/roles/1")).isEqualTo("moderator");
    TestHttp.Answer revocations =
        http.get(
            "/id/internal/revocations",
            Tokens.service("posts-service", "profiles-service.revocations"));
    assertThat(revocations.body()).contains(otto.id());
    String token =
        Tokens.personSince(
            Instant.now().plusSeconds(2), otto.id(), otto.handle().value(), "member");
    Eventually.passes(() ->
        assertThat(http.get("/id/me/notices", token).text("/notices/0/parameters/roles"))
            .isEqualTo("member moderator"));
  }

  @Test
  void saysWhatIsNoRole() {
    Account otto = town.person("otto");
    String path = "/id/accounts/" + otto.handle() + "/roles";

    assertThat(http.put(path, admin, roles(otto, "king")).problem()).isEqualTo("invalid-fields");
    assertThat(http.put(path, admin, "{}").problem()).isEqualTo("invalid-fields");
    assertThat(http.put(path, admin, "{\"roles\":[]}").problem()).isEqualTo("invalid-fields");
    assertThat(http.put("/id/accounts/nobody-at-all/roles", admin, roles(otto)).problem())
        .isEqualTo("not-found");
  }

  // The body that gives somebody these roles instead of those that she has.
  private static String roles(Account seen, String... words) {
    return "{\"roles\":[%s],\"version\":\"%s\"}"
        .formatted(
            Stream.of(words).map(word -> "\"" + word + "\"").collect(Collectors.joining(",")),
            seen.rolesVersion());
  }

  @Test
  void showsTheRolesOfNowToWhoComesTooLate() {
    Account otto = town.person("otto");
    String path = "/id/accounts/" + otto.handle() + "/roles";
    http.put(path, admin, roles(otto, "moderator"));

    TestHttp.Answer late = http.put(path, admin, roles(otto, "admin"));

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.problem()).isEqualTo("account-changed");
    assertThat(late.text("/roles/1")).isEqualTo("moderator");
    assertThat(
            http.put(
                    path,
                    admin,
                    "{\"roles\":[\"admin\"],\"version\":\"%s\"}".formatted(late.text("/version")))
                .status())
        .isEqualTo(200);
  }

  @Test
  void tellsWhoseNameWasApprovedAlsoWhileOthersCannotHearOfIt() {
    Neighbours.wireMock()
        .stubFor(
            put(urlMatching("/.*-service/internal/authors"))
                .atPriority(1)
                .willReturn(aResponse().withStatus(503)));
    Account rosa = town.person("rosa");
    String token = Town.token(rosa);
    http.put("/id/me/profile", token, profile(http.get("/id/me", token), "Openletter Moderator"));
    TestHttp.Answer list = http.get("/id/accounts?query=" + rosa.handle(), admin);

    http.put(
        "/id/accounts/" + rosa.handle() + "/approval",
        admin,
        "{\"approved\":true,\"version\":\"%s\"}".formatted(list.text("/accounts/0/version")));

    String since =
        Tokens.personSince(
            Instant.now().plusSeconds(2), rosa.id(), rosa.handle().value(), "member");
    Eventually.passes(() -> {
      TestHttp.Answer inbox = http.get("/id/me/notices", since);
      assertThat(inbox.text("/notices/0/kind")).isEqualTo("name-approved");
      assertThat(inbox.text("/notices/0/parameters/name")).isEqualTo("Openletter Moderator");
    });
  }

  private static String profile(TestHttp.Answer me, String name) {
    return "{\"name\":\"%s\",\"bio\":\"\",\"version\":\"%s\"}".formatted(name, me.text("/version"));
  }

  @Test
  void decidesAboutNames() {
    Account dora = town.waiting("dora");
    String path = "/id/accounts/" + dora.handle() + "/approval";
    assertThat(http.get("/id/accounts?waiting=true", admin).body()).contains(dora.handle().value());

    assertThat(http.put(path, admin, "{\"approved\":true}").problem()).isEqualTo("invalid-fields");
    assertThat(http.put(path, admin, "{\"approved\":true,\"version\":\"of another\"}").problem())
        .isEqualTo("account-changed");
    String seen = "{\"approved\":true,\"version\":\"%s\"}".formatted(dora.nameVersion());

    assertThat(http.put(path, admin, seen).status()).isEqualTo(200);

    assertThat(http.put(path, admin, seen).problem()).isEqualTo("not-waiting");
    assertThat(http.get("/id/people/" + dora.handle(), null).status()).isEqualTo(200);
    assertThat(http.get("/id/accounts?waiting=true", admin).body())
        .doesNotContain(dora.handle().value());
  }

  @Test
  void showsANameThatWaitsToItsOwnerAndAdminsAlone() {
    Account rosa = town.person("rosa");
    String wanted = "Openletter Moderator";

    TestHttp.Answer asked =
        http.put(
            "/id/me/profile",
            Town.token(rosa),
            profile(http.get("/id/me", Town.token(rosa)), wanted));

    assertThat(asked.text("/name")).isEqualTo("rosa");
    assertThat(asked.text("/wanted")).isEqualTo(wanted);
    assertThat(asked.text("/concernLike")).isEqualTo("site");
    assertThat(http.get("/id/people/" + rosa.handle(), null).text("/name")).isEqualTo("rosa");
    String notices = Tokens.service("posts-service", "profiles-service.notices");
    assertThat(http.get("/id/internal/accounts/" + rosa.id(), notices).body())
        .contains("\"rosa\"")
        .doesNotContain(wanted);
    TestHttp.Answer list = http.get("/id/accounts?query=" + rosa.handle(), admin);
    assertThat(list.text("/accounts/0/wanted")).isEqualTo(wanted);
    assertThat(http.get("/id/me/notices/count", admin).json().at("/names").asInt()).isPositive();
    String otto = Town.token(town.person("otto"));
    assertThat(http.get("/id/me/notices/count", otto).json().at("/names").isNull()).isTrue();
    Eventually.passes(() ->
        assertThat(http.get("/id/me/notices", admin).text("/notices/0/kind"))
            .isEqualTo("name-waits"));

    http.put(
        "/id/accounts/" + rosa.handle() + "/approval",
        admin,
        "{\"approved\":true,\"version\":\"%s\"}".formatted(list.text("/accounts/0/version")));

    assertThat(http.get("/id/people/" + rosa.handle(), null).text("/name")).isEqualTo(wanted);
    Eventually.passes(() ->
        Neighbours.wireMock()
            .verify(
                putRequestedFor(urlEqualTo("/posts-service/internal/authors"))
                    .withRequestBody(
                        matchingJsonPath(
                            "$[?(@.accountId == '%s' && @.name == '%s')]"
                                .formatted(rosa.id(), wanted)))));
    Neighbours.wireMock()
        .verify(
            1,
            putRequestedFor(urlEqualTo("/posts-service/internal/authors"))
                .withRequestBody(
                    matchingJsonPath("$[?(@.accountId == '%s')]".formatted(rosa.id()))));
  }

  @Test
  void pagesThroughManyAndScansNothing() {
    for (int i = 0; i < 120; i++) {
      town.person("many");
    }
    TestHttp.Answer first = http.get("/id/accounts?query=many-", admin);
    assertThat(first.json().path("accounts").size()).isEqualTo(50);
    TestHttp.Answer second =
        http.get("/id/accounts?query=many-&before=" + first.text("/next"), admin);
    TestHttp.Answer third =
        http.get("/id/accounts?query=many-&before=" + second.text("/next"), admin);
    assertThat(third.json().path("accounts").size()).isEqualTo(20);
    assertThat(third.json().path("next").isNull()).isTrue();

    TestHttp.Answer newest = http.get("/id/accounts", admin);
    TestHttp.Answer older = http.get("/id/accounts?before=" + newest.text("/next"), admin);
    assertThat(older.text("/accounts/0/handle")).isNotEqualTo(newest.text("/accounts/49/handle"));
    assertThat(newest.body()).doesNotContain("argon2", "password");
  }
}
