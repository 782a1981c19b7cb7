package org.openletter.profiles.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openletter.platform.test.DatabaseServer;
import org.openletter.platform.test.ServiceTest;
import org.openletter.platform.test.TestClock;
import org.openletter.platform.test.TestHttp;
import org.openletter.platform.test.Tokens;
import org.openletter.profiles.Browser;
import org.openletter.profiles.Claims;
import org.openletter.profiles.Gateway;
import org.openletter.profiles.Town;
import org.openletter.profiles.account.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ServiceTest
class AdminLinkTest {

  private static final String OPERATOR = Tokens.service("operator", "profiles-service.admin-links");

  @LocalServerPort private int port;
  @Autowired private ApplicationContext context;

  private TestHttp http;
  private Browser browser;

  @BeforeEach
  void open(TestHttp client) {
    http = client;
    browser = new Browser(port);
    new Town(context);
  }

  private String link() {
    String url = http.post("/id/internal/admin-links", OPERATOR, "").text("/url");
    assertThat(url).startsWith(Browser.ORIGIN + "/setup/");
    // The gateway leads from there to here.
    return url.replace(Browser.ORIGIN + "/setup/", "/id/setup/");
  }

  @Test
  void makesAnAdminOnce() {
    String link = link();
    String handle =
        "chief-"
            + link.substring(link.length() - 6)
                .toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^a-z0-9]", "x");
    Browser.Page form = browser.open(link);

    Browser.Page invalid = browser.submit(form, Map.of("handle", handle, "password", "short"));
    assertThat(invalid.status()).isEqualTo(422);
    Browser.Page code =
        browser.submit(
            invalid, Map.of("handle", handle, "name", "Admin", "password", Town.PASSWORD));
    assertThat(code.html().select(".code").text()).isNotEmpty();

    Claims claims =
        Claims.of(new Gateway(http).signIn(new Browser(port), handle, Town.PASSWORD).access());
    assertThat(claims.list("roles")).containsExactly("member", "moderator", "admin");
    Browser.Page again = new Browser(port).open(link);
    assertThat(again.status()).isEqualTo(404);
    assertThat(again.text())
        .contains("This link was used or is too old. Run deploy/admin-link for a new one.");
    assertThat(http.post("/id/internal/admin-links?ifNone=true", OPERATOR, "").status())
        .isEqualTo(204);
  }

  @Test
  void endsWithTheNextOne() {
    String first = link();
    String second = link();

    assertThat(browser.open(first).status()).isEqualTo(404);
    assertThat(browser.open(second).status()).isEqualTo(200);
  }

  @Test
  void endsAfterAnHourAndIsUsedByOneOnly() {
    TestClock clock = new TestClock();
    AdminLinks links =
        new AdminLinks(
            DatabaseServer.embedded().with(), new SetupSettings(Duration.ofHours(1)), clock);
    String token = links.make();
    assertThat(links.works(token)).isTrue();
    assertThat(links.use(token)).isTrue();
    assertThat(links.use(token)).isFalse();
    links.giveBack(token);
    assertThat(links.works(token)).isTrue();

    clock.move(Duration.ofHours(1));
    assertThat(links.works(token)).isFalse();
    assertThat(links.use(token)).isFalse();
  }

  @Test
  void isNotForAnybodyElse() {
    assertThat(
            http.post(
                    "/id/internal/admin-links",
                    Town.token(new Town(context).person("otto", Role.ADMIN)),
                    "")
                .status())
        .isEqualTo(403);
    assertThat(
            http.post(
                    "/id/internal/admin-links",
                    Tokens.service("gateway", "profiles-service.status"),
                    "")
                .status())
        .isEqualTo(403);
  }
}
