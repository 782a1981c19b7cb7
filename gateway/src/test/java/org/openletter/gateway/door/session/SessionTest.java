package org.openletter.gateway.door.session;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openletter.gateway.Browser;
import org.openletter.gateway.GatewayTest;
import org.openletter.gateway.IdentityStub;
import org.openletter.platform.session.SessionIds;
import org.openletter.platform.test.Neighbours;
import org.openletter.platform.test.TestHttp;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class SessionTest {

  private final MongoDatabase database;

  @Autowired
  SessionTest(MongoDatabase database) {
    this.database = database;
  }

  @Test
  void givesStrangersWhoReadNoCookieAndNoSession(TestHttp http) {
    long before = sessions();

    for (String path :
        List.of(
            "/",
            "/letters",
            "/about",
            "/rules",
            "/nowhere",
            "/inbox",
            "/sign-in",
            "/id/login",
            "/api/v1/letters",
            "/css/look.css",
            "/admin",
            "/letters/abcdefabcdef/x")) {
      TestHttp.Answer answer = new Browser(http).get(path);

      assertThat(answer.headers().allValues("set-cookie")).as(path).isEmpty();
    }

    assertThat(sessions()).isEqualTo(before);
  }

  @Test
  void staysSignedOutAlsoWhenARequestWasStillUnderWay(TestHttp http) {
    Browser browser = IdentityStub.signedIn(http, "acc0000000aa", "ana", "member");
    String csrf = Browser.csrf(browser.get("/about"));
    Browser slow = browser.copy();
    Neighbours.wireMock()
        .stubFor(
            get(urlEqualTo("/profiles-service/id/people/slow"))
                .willReturn(okJson("{\"handle\":\"slow\"}").withFixedDelay(1_500)));
    // More than the access step later, so that the slow request wants to write its last access.
    GatewayTest.CLOCK.move(Duration.ofMinutes(2));

    CompletableFuture<TestHttp.Answer> underWay =
        CompletableFuture.supplyAsync(() -> slow.get("/api/v1/people/slow"));
    waitUntilAsked("/profiles-service/id/people/slow");
    Map<String, String> cookies = Map.copyOf(browser.cookies());
    assertThat(browser.post("/sign-out", "_csrf", csrf).status()).isEqualTo(302);
    assertThat(underWay.join().status()).isEqualTo(200);

    Browser revenant = new Browser(http);
    revenant.cookies().putAll(cookies);
    assertThat(revenant.get("/about").body()).doesNotContain("Signed in as");
    assertThat(
            database
                .getCollection("sessions")
                .find(new Document("_id", key(cookies)))
                .limit(1)
                .first())
        .isNull();
  }

  @Test
  void storesNeitherTheCookieNorATokenInTheClear(TestHttp http) {
    Browser browser = IdentityStub.signedIn(http, "acc0000000aa", "ana", "member");

    Document stored =
        database
            .getCollection("sessions")
            .find(new Document("_id", key(browser.cookies())))
            .limit(1)
            .first();

    assertThat(stored).isNotNull();
    assertThat(stored.toJson())
        .doesNotContain(browser.cookies().get("session"))
        .doesNotContain("eyJ")
        .doesNotContain("refresh-0")
        .doesNotContain("ana");
  }

  @Test
  void writesTheLastAccessAtMostOnceAMinute(TestHttp http) {
    Browser browser = IdentityStub.signedIn(http, "acc0000000aa", "ana", "member");
    browser.get("/about");
    Object first = seenAt(browser);

    GatewayTest.CLOCK.move(Duration.ofSeconds(30));
    browser.get("/about");
    assertThat(seenAt(browser)).isEqualTo(first);

    GatewayTest.CLOCK.move(Duration.ofSeconds(40));
    browser.get("/about");
    assertThat(seenAt(browser)).isNotEqualTo(first);
  }

  @Test
  void changesItsIdAtSignInInOneWriteToTheSameDocument(TestHttp http) {
    Browser browser = new Browser(http);
    browser.postTwice(
        "/letters/abcdefabcdef", "/letters/abcdefabcdef/draft-comment", "text", "I was there.");
    Browser planted = browser.copy();
    Object createdAt = stored(browser).get("createdAt");
    // Only an update keeps what the gateway does not know.
    database
        .getCollection("sessions")
        .updateOne(Filters.eq("_id", key(browser.cookies())), Updates.set("mark", "the same"));
    long before = sessions();

    IdentityStub.signIn(browser, "/sign-in", "acc0000000aa", "ana", "member");

    // Whoever deletes and inserts leaves another document, and for a moment none.
    assertThat(key(browser.cookies())).isEqualTo(key(planted.cookies()));
    assertThat(browser.cookies().get("session")).isNotEqualTo(planted.cookies().get("session"));
    assertThat(stored(browser).get("createdAt")).isEqualTo(createdAt);
    assertThat(stored(browser)).containsEntry("mark", "the same");
    assertThat(sessions()).isEqualTo(before);
    assertThat(browser.get("/kept").body()).contains("I was there.");
    assertThat(planted.get("/about").body()).doesNotContain("Signed in as");
    planted.cookies().put("session", browser.cookies().get("session") + "x");
    assertThat(planted.get("/about").body()).doesNotContain("Signed in as");
  }

  private Document stored(Browser browser) {
    return Objects.requireNonNull(
        database
            .getCollection("sessions")
            .find(new Document("_id", key(browser.cookies())))
            .limit(1)
            .first());
  }

  @Test
  void endsAfterFourteenIdleDays(TestHttp http) {
    Browser browser = IdentityStub.signedIn(http, "acc0000000aa", "ana", "member");

    GatewayTest.CLOCK.move(Duration.ofDays(14).plusMinutes(1));

    assertThat(browser.get("/about").body()).doesNotContain("Signed in as");
  }

  private long sessions() {
    return database.getCollection("sessions").estimatedDocumentCount();
  }

  private @Nullable Object seenAt(Browser browser) {
    Document stored =
        database
            .getCollection("sessions")
            .find(new Document("_id", key(browser.cookies())))
            .limit(1)
            .first();
    assertThat(stored).isNotNull();
    return stored.get("seenAt");
  }

  private static String key(Map<String, String> cookies) {
    return SessionIds.key(cookies.getOrDefault("session", ""));
  }

  private static void waitUntilAsked(String path) {
    long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (Neighbours.wireMock().findAll(getRequestedFor(urlPathMatching(path))).isEmpty()
        && System.nanoTime() < until) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }
}
