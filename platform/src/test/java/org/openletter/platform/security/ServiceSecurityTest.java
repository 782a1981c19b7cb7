package org.openletter.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openletter.platform.test.Neighbours;
import org.openletter.platform.test.ServiceTest;
import org.openletter.platform.test.TestHttp;
import org.openletter.platform.test.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@ServiceTest
class ServiceSecurityTest {

  private final PolledRevocations revocations;
  private final Environment environment;
  private final TestHttp http;

  ServiceSecurityTest(@Autowired RevokedSubjects revocations, @Autowired Environment environment) {
    this.revocations = (PolledRevocations) revocations;
    this.environment = environment;
    this.http = new TestHttp(environment.getRequiredProperty("local.server.port", Integer.class));
  }

  @Test
  void knowsWhoIsAsking() {
    String ana = Tokens.person("ana000000000", "ana", "member");

    assertThat(http.get("/who", ana).text("/handle")).isEqualTo("ana");
    assertThat(http.get("/who", null).text("/handle")).isEqualTo("nobody");
    assertThat(http.get("/members", ana).status()).isEqualTo(200);
  }

  @Test
  void refusesEveryWrongToken() {
    for (String wrong :
        new String[] {
          Tokens.expired(),
          Tokens.foreignKey(),
          Tokens.wrongAudience(),
          Tokens.wrongIssuer(),
          "nonsense",
          "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0."
        }) {
      TestHttp.Answer answer = http.get("/members", wrong);
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.problem()).isEqualTo("sign-in-first");
    }
    assertThat(http.get("/members", null).status()).isEqualTo(401);
  }

  @Test
  void aPersonWithoutTheRoleIsForbidden() {
    TestHttp.Answer answer = http.get("/members", Tokens.person("ana000000000", "ana"));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.problem()).isEqualTo("not-allowed");
  }

  @Test
  void servicesAndPeopleCannotActForEachOther() {
    String service = Tokens.service("posts-service", "comments-service.letters");

    assertThat(http.get("/internal/secret", service).status()).isEqualTo(200);
    assertThat(http.get("/members", service).status()).isEqualTo(403);
    assertThat(http.get("/who", service).text("/handle")).isEqualTo("nobody");
    assertThat(
            http.get("/internal/secret", Tokens.service("posts-service", "comments-service.other"))
                .status())
        .isEqualTo(403);
    assertThat(
            http.get("/internal/secret", Tokens.service("posts-service", "posts-service.letters"))
                .status())
        .isEqualTo(401);
    assertThat(
            http.get("/internal/secret", Tokens.person("ana000000000", "ana", "member", "admin"))
                .status())
        .isEqualTo(403);
  }

  @Test
  void whatNoRuleNamesIsDenied() {
    String admin = Tokens.person("ana000000000", "ana", "member", "moderator", "admin");

    assertThat(http.get("/unlisted", admin).status()).isEqualTo(403);
    assertThat(http.get("/unlisted", null).status()).isEqualTo(401);
  }

  private static String token(int issued, int notBefore, int ends) {
    Instant now = Instant.now();
    return Tokens.sign(
        new JWTClaimsSet.Builder()
            .issuer(Tokens.ISSUER)
            .subject("ana000000000")
            .audience("comments-service")
            .claim("handle", "ana")
            .claim("roles", List.of("member"))
            .issueTime(Date.from(now.plusSeconds(issued)))
            .notBeforeTime(Date.from(now.plusSeconds(notBefore)))
            .expirationTime(Date.from(now.plusSeconds(ends)))
            .build());
  }

  @Test
  void clocksOfServicesMayDifferByAMinuteAndNoMore() {
    assertThat(http.get("/members", token(-330, -330, -30)).status()).isEqualTo(200);
    assertThat(http.get("/members", token(30, 30, 330)).status()).isEqualTo(200);
    assertThat(http.get("/members", token(-365, -365, -65)).status()).isEqualTo(401);
    assertThat(http.get("/members", token(65, 65, 365)).status()).isEqualTo(401);
  }

  @Test
  void aRevokedTokenCountsNoLongerAndANewOneDoes() throws Exception {
    String before =
        Tokens.personSince(Instant.now().minusSeconds(60), "ben000000000", "ben", "member");
    Neighbours.wireMock()
        .stubFor(
            com.github.tomakehurst.wiremock.client.WireMock.get(
                    "/profiles-service/id/internal/revocations")
                .atPriority(1)
                .willReturn(
                    com.github.tomakehurst.wiremock.client.WireMock.okJson(
                        "{\"subjects\":[{\"id\":\"ben000000000\",\"since\":\""
                            + Instant.now().minusSeconds(10)
                            + "\"}]}")));
    assertThat(http.get("/members", before).status()).isEqualTo(200);

    revocations.refresh();

    assertThat(http.get("/members", before).status()).isEqualTo(401);
    assertThat(http.get("/members", Tokens.person("ben000000000", "ben", "member")).status())
        .isEqualTo(200);
  }

  @Test
  void aBodySaysEachThingOnceInItsOwnTypeOrIsRefused() {
    assertThat(http.post("/texts", null, "{\"text\":\"a\",\"times\":1,\"new\":true}").status())
        .isEqualTo(200);
    for (String wrong :
        new String[] {
          "",
          "[]",
          "{\"text\":\"a\",\"text\":\"b\",\"times\":1}",
          "{\"text\":1,\"times\":1}",
          "{\"text\":true,\"times\":1}",
          "{\"text\":\"a\",\"times\":\"1\"}",
          "{\"text\":{\"$gt\":\"\"},\"times\":1}",
          "{\"text\":\"a\",\"times\":1}x",
          "{\"text\":" + "[".repeat(100) + "]".repeat(100) + ",\"times\":1}",
        }) {
      TestHttp.Answer answer = http.post("/texts", null, wrong);
      assertThat(answer.status()).as(wrong).isEqualTo(400);
      assertThat(answer.problem()).as(wrong).isEqualTo("unreadable");
    }
  }

  @Test
  void refusesWhatIsTooLargeCompressedOrOfAnotherKind() {
    String large = "{\"text\":\"" + "a".repeat(1_100_000) + "\",\"times\":1}";

    assertThat(http.post("/texts", null, large).status()).isEqualTo(413);
    assertThat(
            http.send(
                    http.request("/texts", null)
                        .header("Content-Type", "application/json")
                        .POST(
                            HttpRequest.BodyPublishers.ofInputStream(() ->
                                new java.io.ByteArrayInputStream(
                                    large.getBytes(java.nio.charset.StandardCharsets.UTF_8)))))
                .status())
        .isEqualTo(413);
    assertThat(
            http.send(
                    http.request("/texts", null)
                        .header("Content-Type", "application/json")
                        .header("Content-Encoding", "gzip")
                        .POST(HttpRequest.BodyPublishers.ofString("x")))
                .status())
        .isEqualTo(415);
    assertThat(
            http.send(
                    http.request("/texts", null)
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString("{}")))
                .status())
        .isEqualTo(415);
  }

  @Test
  void aFailureTellsNothingOfItsInside() {
    TestHttp.Answer answer = http.get("/broken", null);

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.problem()).isEqualTo("unforeseen");
    assertThat(answer.body()).doesNotContain("secret", "openletter.platform", "mongodb");
  }

  @Test
  void probesNeedNoTokenAndTheStatusDoes() {
    TestHttp management =
        new TestHttp(environment.getRequiredProperty("local.management.port", Integer.class));

    assertThat(management.get("/actuator/health/readiness", null).status()).isEqualTo(200);
    assertThat(management.get("/actuator/health/liveness", null).status()).isEqualTo(200);
    assertThat(management.get("/actuator/status", null).status()).isEqualTo(401);
    assertThat(management.get("/actuator/health", null).status()).isEqualTo(401);
    assertThat(
            management
                .get("/actuator/status", Tokens.person("ana000000000", "ana", "member", "admin"))
                .status())
        .isEqualTo(403);
    TestHttp.Answer status =
        management.get("/actuator/status", Tokens.service("gateway", "comments-service.status"));
    assertThat(status.status()).isEqualTo(200);
    assertThat(status.text("/service")).isEqualTo("comments-service");
    assertThat(status.text("/database/kind")).isEqualTo("embedded");
  }
}
