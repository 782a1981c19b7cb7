package org.openletter.gateway.admin;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openletter.gateway.Browser;
import org.openletter.gateway.GatewayTest;
import org.openletter.gateway.IdentityStub;
import org.openletter.platform.test.Neighbours;
import org.openletter.platform.test.TestHttp;

@GatewayTest
class AdminTest {

  private static final String WELL =
      """
      {"service":"x","version":"0.1.0","startedAt":"2026-11-01T10:00:00Z","heapBytes":104857600,
       "database":{"kind":"embedded","version":"1","bytes":88080384},"breakers":[],"backlogs":[]}\
      """;

  private static final String LATE =
      """
      {"service":"x","version":"0.1.0","startedAt":"2026-11-01T10:00:00Z","heapBytes":104857600,
       "database":{"kind":"embedded","version":"1","bytes":88080384},
       "breakers":[{"name":"moderation-service","state":"open"}],
       "backlogs":[{"name":"Screening","waiting":31,"oldest":"2026-11-01T10:00:00Z"},
                   {"name":"Notices","waiting":1,"oldest":"2026-11-01T10:00:00Z"}]}\
      """;

  @BeforeEach
  void allAreWell() {
    for (String service : new String[] {"posts", "comments", "profiles", "moderation"}) {
      says(service, WELL);
    }
  }

  private static void says(String service, String status) {
    Neighbours.wireMock()
        .stubFor(
            get(urlEqualTo("/management/" + service + "-service/actuator/status"))
                .willReturn(okJson(status)));
  }

  @Test
  void saysWhichClockIsWrong(TestHttp http) {
    saysAt("posts", GatewayTest.CLOCK.instant().plusSeconds(125));
    saysAt("comments", GatewayTest.CLOCK.instant().minusSeconds(80));
    saysAt("profiles", GatewayTest.CLOCK.instant().plusSeconds(50));

    String page = Jsoup.parse(admin(http).get("/admin").body()).text();

    assertThat(page)
        .contains("its clock is 2 minutes ahead of the gateway's")
        .containsPattern("its clock is (79|80|81) seconds behind the gateway's")
        .contains("posts-service is degraded", "comments-service is degraded")
        .doesNotContain("profiles-service is degraded", "moderation-service is degraded");
  }

  @Test
  void measuresAClockThatIsSoFarBehindThatNoTokenCounts(TestHttp http) {
    Neighbours.wireMock()
        .stubFor(
            get(urlEqualTo("/management/posts-service/actuator/status"))
                .willReturn(jsonResponse("{\"type\":\"/problems/sign-in-first\"}", 401)));
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            GatewayTest.CLOCK.instant().minusSeconds(3600).atZone(ZoneOffset.UTC));
    Neighbours.wireMock()
        .stubFor(
            get(urlEqualTo("/management/posts-service/actuator/health/liveness"))
                .willReturn(okJson("{\"status\":\"UP\"}").withHeader("Date", date)));

    String page = Jsoup.parse(admin(http).get("/admin").body()).text();

    assertThat(page)
        .contains("its clock is 60 minutes behind the gateway's")
        .contains("it refuses to answer the gateway")
        .doesNotContain("profiles-service gives no token");
  }

  private static void saysAt(String service, Instant at) {
    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atZone(ZoneOffset.UTC));
    Neighbours.wireMock()
        .stubFor(
            get(urlEqualTo("/management/" + service + "-service/actuator/status"))
                .willReturn(okJson(WELL).withHeader("Date", date)));
  }

  private static Browser admin(TestHttp http) {
    return IdentityStub.signedIn(http, "acc0000000ad", "noor", "member", "admin");
  }

  @Test
  void isForAdminsAlone(TestHttp http) {
    Browser moderator = IdentityStub.signedIn(http, "acc0000000mo", "mia", "member", "moderator");

    assertThat(moderator.get("/admin").status()).isEqualTo(403);
    assertThat(moderator.get("/admin/people").status()).isEqualTo(403);
    assertThat(moderator.get("/admin").body()).contains("This is not for you");
    assertThat(new Browser(http).get("/admin").header("location"))
        .endsWith("/sign-in?from=%2Fadmin");
  }

  @Test
  void saysThatAllIsWell(TestHttp http) {
    TestHttp.Answer page = admin(http).get("/admin");

    assertThat(page.status()).isEqualTo(200);
    Document html = Jsoup.parse(page.body());
    assertThat(html.select("tbody th").eachText())
        .containsExactly(
            "gateway",
            "posts-service",
            "comments-service",
            "profiles-service",
            "moderation-service");
    assertThat(html.select("tbody tr:not(:first-child) .chip").eachText()).containsOnly("up");
    assertThat(html.select("#database").parents().text()).contains("embedded, one process");
    assertThat(html.text()).contains("84 MB");
  }

  @Test
  void asksWithATokenOfItsOwnForEachService(TestHttp http) {
    admin(http).get("/admin");

    Neighbours.wireMock()
        .verify(
            getRequestedFor(urlEqualTo("/management/posts-service/actuator/status"))
                .withHeader("Authorization", matching("Bearer .+")));
  }

  @Test
  void namesWhatIsDegradedAndWhatIsSilent(TestHttp http) {
    Browser admin = admin(http);
    admin.get("/admin");
    says("comments", LATE);
    Neighbours.wireMock()
        .stubFor(
            get(urlEqualTo("/management/moderation-service/actuator/status"))
                .willReturn(serverError()));

    Document html = Jsoup.parse(admin.get("/admin").body());

    assertThat(html.select("tr:contains(comments-service) .chip").text()).isEqualTo("degraded");
    assertThat(html.select("tr:contains(comments-service)").text())
        .contains("31 wait: Screening")
        .contains("1 waits: Notices")
        .contains("breaker to moderation-service open");
    assertThat(html.select("tr:contains(moderation-service):has(.chip.bad)").text())
        .contains("no answer")
        .contains("last seen");
    assertThat(html.select(".note.wait").text())
        .contains("moderation-service does not answer since")
        .contains("New responses are kept and wait for checking");
  }

  @Test
  void waitsNoLongerThanASecondForASilentService(TestHttp http) {
    Browser admin = admin(http);
    Neighbours.wireMock()
        .stubFor(
            get(urlEqualTo("/management/posts-service/actuator/status"))
                .willReturn(aResponse().withFixedDelay(5_000).withBody(WELL)));

    Document html = Jsoup.parse(admin.get("/admin").body());

    assertThat(html.select("tr:contains(posts-service) .chip").text()).isEqualTo("no answer");
    assertThat(html.select("tr:contains(profiles-service) .chip").text()).isEqualTo("up");
  }

  @Test
  void changesRolesAsThePersonWhoIsSignedIn(TestHttp http) {
    stubAnaFound();
    Neighbours.wireMock()
        .stubFor(
            put(urlEqualTo("/profiles-service/id/accounts/ana/roles")).willReturn(noContent()));
    Browser admin = admin(http);
    String csrf = Browser.csrf(admin.get("/admin/people?query=ana"));

    TestHttp.Answer done =
        admin.post(
            "/admin/people/ana/roles",
            "_csrf",
            csrf,
            "role",
            "member",
            "role",
            "moderator",
            "version",
            Jsoup.parse(admin.get("/admin/people?query=ana").body())
                .select("form.roles input[name=version]")
                .val());

    assertThat(done.status()).isEqualTo(303);
    Neighbours.wireMock()
        .verify(
            putRequestedFor(urlEqualTo("/profiles-service/id/accounts/ana/roles"))
                .withHeader("Authorization", matching("Bearer .+"))
                .withRequestBody(
                    equalToJson(
                        "{\"roles\":[\"member\",\"moderator\"],\"version\":\"roles0000001\"}")));
    assertThat(admin.get(done.header("location")).body()).contains("ana was changed");
  }

  private static void refusesRoles(String type, String detail) {
    Neighbours.wireMock()
        .stubFor(
            put(urlEqualTo("/profiles-service/id/accounts/ana/roles"))
                .willReturn(
                    jsonResponse(
                        """
                        {"type":"/problems/%s","detail":"%s"}\
                        """
                            .formatted(type, detail),
                        409)));
  }

  @Test
  void saysWhyARoleWasNotChanged(TestHttp http) {
    stubAnaFound();
    refusesRoles("last-admin", "The site needs one admin.");
    Browser admin = admin(http);
    String csrf = Browser.csrf(admin.get("/admin/people?query=ana"));

    TestHttp.Answer refused = admin.post("/admin/people/ana/roles", "_csrf", csrf);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body()).contains("The site needs one admin.");
  }

  @Test
  void showsTheRolesOfNowBesideThoseThatWereChosen(TestHttp http) {
    stubAnaFound();
    refusesRoles("account-changed", "These roles were changed.");
    Browser admin = admin(http);
    String csrf = Browser.csrf(admin.get("/admin/people?query=ana"));

    TestHttp.Answer late =
        admin.post(
            "/admin/people/ana/roles", "_csrf", csrf, "role", "moderator", "version", "older");

    assertThat(late.status()).isEqualTo(409);
    Document page = Jsoup.parse(late.body());
    assertThat(page.select("li.panel [role=alert]").text()).startsWith("ana is now: member.");
    assertThat(page.select("input[value=moderator]").hasAttr("checked")).isTrue();
    assertThat(page.select("input[value=member]").hasAttr("checked")).isFalse();
    assertThat(page.select("form.roles input[name=version]").val()).isEqualTo("roles0000001");
  }

  @Test
  void approvesANameThatWaits(TestHttp http) {
    Neighbours.wireMock()
        .stubFor(
            get(urlPathEqualTo("/profiles-service/id/accounts"))
                .willReturn(
                    okJson(
                        """
                        {"accounts":[{"handle":"ana","name":"Ana","wanted":"Admln","joined":"2026-11-20",
                          "roles":[],"waiting":true,"refused":false,"concernOf":"name",
                          "concernLike":"site","version":"name00000007",
                          "rolesVersion":"roles0000001"}],
                         "next":null}\
                        """)));
    Neighbours.wireMock()
        .stubFor(
            put(urlEqualTo("/profiles-service/id/accounts/ana/approval")).willReturn(noContent()));
    Browser admin = admin(http);
    TestHttp.Answer page = admin.get("/admin/people?waiting=true");
    Document html = Jsoup.parse(page.body());
    assertThat(html.select(".waits").text())
        .contains("Admln", "words with which the site speaks", "others see “Ana”");
    assertThat(html.select(".waits input[name=version]").eachAttr("value"))
        .containsOnly("name00000007");

    admin.post(
        "/admin/people/ana/approval",
        "_csrf",
        Browser.csrf(page),
        "approved",
        "true",
        "version",
        "name00000007");

    Neighbours.wireMock()
        .verify(
            putRequestedFor(urlEqualTo("/profiles-service/id/accounts/ana/approval"))
                .withRequestBody(equalToJson("{\"approved\":true,\"version\":\"name00000007\"}")));
  }

  @Test
  void countsNamesThatWaitInTheBar(TestHttp http) {
    stubAnaFound();
    Neighbours.wireMock()
        .stubFor(
            get(urlEqualTo("/profiles-service/id/me/notices/count"))
                .willReturn(okJson("{\"unread\":0,\"names\":3}")));

    Document html = Jsoup.parse(admin(http).get("/admin/people").body());

    assertThat(html.select("nav a[href=/admin] .count").eachText()).contains("3");
    assertThat(html.select("a[href=/admin/people] .count").eachText()).contains("3");
  }

  private static void stubAnaFound() {
    Neighbours.wireMock()
        .stubFor(
            get(urlPathEqualTo("/profiles-service/id/accounts"))
                .willReturn(
                    okJson(
                        """
                        {"accounts":[{"handle":"ana","name":"Ana","joined":"2026-11-20",
                          "roles":["member"],"waiting":false,"refused":false,"version":"name00000001",
                          "rolesVersion":"roles0000001"}],"next":null}\
                        """)));
  }
}
