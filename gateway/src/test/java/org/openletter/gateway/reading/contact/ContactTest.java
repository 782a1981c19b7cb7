package org.openletter.gateway.reading.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openletter.gateway.Browser;
import org.openletter.gateway.GatewayTest;
import org.openletter.gateway.IdentityStub;
import org.openletter.platform.test.TestHttp;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class ContactTest {

  private static final String PAGE = "/admin/contact";

  @Autowired private MongoDatabase database;

  @AfterEach
  void nobodyHasSaidAnything() {
    database.getCollection("site").deleteOne(Filters.eq("_id", "contact"));
  }

  private static Browser admin(TestHttp http) {
    return IdentityStub.signedIn(http, "acc0000000ad", "noor", "member", "admin");
  }

  private static TestHttp.Answer say(Browser admin, String words, String version) {
    String csrf = Browser.csrf(admin.get(PAGE));
    return admin.post(PAGE, "_csrf", csrf, "words", words, "version", version);
  }

  private static Document about(TestHttp http) {
    return Jsoup.parse(new Browser(http).get("/about?" + System.nanoTime()).body());
  }

  @Test
  void whatAnAdminSaysStandsOnThePageAboutThisPlace(TestHttp http) {
    Browser admin = admin(http);
    assertThat(admin.get(PAGE).body()).contains("Nobody has said yet how people reach you");

    TestHttp.Answer said = say(admin, "Write to desk@letters.example, <b>any day</b>.", "0");

    assertThat(said.status()).isEqualTo(303);
    Document about = about(http);
    assertThat(about.select("#contact ~ div a").attr("href"))
        .isEqualTo("mailto:desk@letters.example");
    assertThat(about.select("#contact ~ div b")).isEmpty();
    assertThat(Jsoup.parse(admin.get(PAGE).body()).select("textarea").val())
        .startsWith("Write to desk@letters.example");
  }

  @Test
  void asksForSomethingThatCanBeReadAndKeepsWhatWasTyped(TestHttp http) {
    Browser admin = admin(http);

    TestHttp.Answer blank = say(admin, "\u200b \u3164", "0");
    TestHttp.Answer longOne = say(admin, "x".repeat(501), "0");

    assertThat(blank.status()).isEqualTo(422);
    assertThat(longOne.status()).isEqualTo(422);
    assertThat(Jsoup.parse(longOne.body()).select("textarea").val()).hasSize(501);
    assertThat(about(http).text()).contains("have not said yet how to reach them");
  }

  @Test
  void theSecondOfTwoAdminsIsShownWhatTheFirstSaid(TestHttp http) {
    say(admin(http), "The first.", "0");

    TestHttp.Answer second = say(admin(http), "The second.", "0");

    assertThat(second.status()).isEqualTo(409);
    Document page = Jsoup.parse(second.body());
    assertThat(page.text()).contains("it was changed elsewhere meanwhile to", "The first.");
    assertThat(page.select("textarea").val()).isEqualTo("The second.");
    say(admin(http), "The second.", page.select("input[name=version]").val());
    assertThat(about(http).text()).contains("The second.").doesNotContain("The first.");
  }

  @Test
  void isForAdminsAlone(TestHttp http) {
    Browser member = IdentityStub.signedIn(http, "acc0000000me", "mia", "member");

    assertThat(member.get(PAGE).status()).isEqualTo(403);
    String csrf = Browser.csrf(member.get("/about"));
    assertThat(member.post(PAGE, "_csrf", csrf, "words", "Mine.").status()).isEqualTo(403);
  }
}
