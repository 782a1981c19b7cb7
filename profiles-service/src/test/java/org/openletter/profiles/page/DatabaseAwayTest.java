package org.openletter.profiles.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openletter.platform.test.DatabaseOfItsOwn;
import org.openletter.platform.test.ServiceTest;
import org.openletter.platform.test.ServiceTestSettings;
import org.openletter.platform.test.TestHttp;
import org.openletter.platform.test.TestHttp.Answer;
import org.openletter.profiles.Browser;
import org.openletter.profiles.Gateway;
import org.openletter.profiles.Town;
import org.openletter.profiles.account.Account;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

@ServiceTest
@ContextConfiguration(initializers = {ServiceTestSettings.class, DatabaseOfItsOwn.class})
@DirtiesContext
class DatabaseAwayTest {

  @LocalServerPort private int port;
  @Autowired private ApplicationContext context;

  @Test
  void saysThatItsDatabaseDoesNotAnswerOnPagesAndToPrograms(TestHttp http) {
    Gateway gateway = new Gateway(http);
    Account rosa = new Town(context).person("rosa");
    Browser browser = new Browser(port);
    browser.open(gateway.begin().address());
    Browser.Page login = browser.open("/id/login");
    assertThat(login.status()).isEqualTo(200);
    assertThat(http.get("/id/me", Town.token(rosa)).status()).isEqualTo(200);

    DatabaseOfItsOwn.stop();

    // A form for strangers is drawn without the database; what is sent with it needs one.
    assertThat(browser.open("/id/login").status()).isEqualTo(200);
    Browser.Page page = browser.submit(login, Map.of("handle", "rosa", "password", Town.PASSWORD));
    assertThat(page.status()).as("%s: %s", page.response().uri(), page.text()).isEqualTo(503);
    assertThat(page.text())
        .contains("The database that keeps accounts does not answer", "signing in does not work")
        .doesNotContain("is not known");
    assertThat(page.header("retry-after")).isNotEmpty();
    assertThat(page.header("content-security-policy")).isNotEmpty();
    for (Answer answer :
        new Answer[] {
          http.get("/id/me", Town.token(rosa)),
          gateway.token("gateway", Map.of("grant_type", "refresh_token", "refresh_token", "r"))
        }) {
      assertThat(answer.status()).as(answer.body()).isEqualTo(503);
      assertThat(answer.problem()).isEqualTo("database-away");
      assertThat(answer.text("/service")).isEqualTo("profiles-service");
    }
  }
}
