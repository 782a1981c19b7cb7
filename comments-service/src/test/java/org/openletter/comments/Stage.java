package org.openletter.comments;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.id.Ids;
import org.openletter.platform.test.Neighbours;
import org.openletter.platform.test.TestHttp;
import org.openletter.platform.test.Tokens;

/// What the service's tests need: letters, people, neighbours that answer, and waiting for a
/// condition.
public final class Stage {

  public static final String SCREENINGS = "/moderation-service/internal/screenings";

  public static final String NOTICES = "/profiles-service/id/internal/notices";

  public static final String STATEMENTS = "/moderation-service/internal/events";

  private final TestHttp http;

  public Stage(TestHttp http) {
    this.http = http;
  }

  /// All neighbours answer and the screening has nothing against anything.
  public static void allAnswer() {
    screeningSays("{\"decision\":\"publish\",\"scores\":{},\"reasons\":[],\"version\":\"1.0\"}");
    Neighbours.wireMock()
        .stubFor(post(urlEqualTo(NOTICES)).willReturn(aResponse().withStatus(204)));
    Neighbours.wireMock()
        .stubFor(post(urlEqualTo(STATEMENTS)).willReturn(aResponse().withStatus(204)));
  }

  public static void screeningSays(String verdict) {
    screeningAnswers(okJson(verdict));
  }

  public static void screeningAnswers(ResponseDefinitionBuilder answer) {
    Neighbours.wireMock().stubFor(post(urlEqualTo(SCREENINGS)).willReturn(answer));
  }

  /// posts-service answers nothing at all.
  public static void postsAreDown() {
    Neighbours.wireMock()
        .stubFor(any(urlPathMatching("/posts-service/.*")).willReturn(aResponse().withStatus(503)));
  }

  public static void everythingIsDown() {
    Neighbours.wireMock()
        .stubFor(any(anyUrl()).atPriority(1).willReturn(aResponse().withStatus(503)));
  }

  /// A verdict that holds a text.
  public static String holds(String code, String label) {
    return """
    {"decision":"hold","scores":{"spam":0.98},"heldAs":"%s","version":"1.0","masked":null,
     "reasons":[{"code":"%s","label":"%s","parameters":{},"sentence":"Words of a sales offer.",
                 "score":0.98,"spans":[{"start":0,"end":3}]}]}
    """
        .formatted(code, code, label);
  }

  /// A new letter of this creator, in this state, told by posts-service.
  public String letter(String creatorId, String state) {
    String id = someId();
    tell(id, creatorId, state);
    return id;
  }

  public void tell(String letterId, String creatorId, String state) {
    assertThat(
            http.put(
                    "/internal/letters/" + letterId,
                    Tokens.service("posts-service", "comments-service.letters"),
                    """
                    {"eventId":"%s","creatorId":"%s","creatorHandle":"rosa","creatorName":"Rosa",
                     "title":"The last tram","slug":"the-last-tram","state":"%s",
                     "publishedAt":"2026-11-14T10:00:00Z"}
                    """
                        .formatted(eventId(), creatorId, state))
                .status())
        .isEqualTo(204);
  }

  public void mode(String letterId, String creatorToken, String mode) {
    assertThat(
            http.put(
                    "/letters/" + letterId + "/thread",
                    creatorToken,
                    "{\"mode\":\"%s\",\"rules\":[\"Be kind.\"]}".formatted(mode))
                .status())
        .isEqualTo(200);
  }

  public TestHttp.Answer respond(String letterId, String token, String text) {
    return http.post("/letters/" + letterId + "/comments", token, draft(text, null, someId()));
  }

  public TestHttp.Answer reply(String letterId, String token, String parentId, String text) {
    return http.post("/letters/" + letterId + "/comments", token, draft(text, parentId, someId()));
  }

  public static String draft(String text, @Nullable String parentId, String key) {
    return "{\"text\":\"%s\",\"parentId\":%s,\"key\":\"%s\"}"
        .formatted(text, parentId == null ? "null" : "\"" + parentId + "\"", key);
  }

  /// A member with an account of her own.
  public static Person person(String handle) {
    String account = someId();
    return new Person(account, handle, Tokens.person(account, handle, "member"));
  }

  public record Person(String account, String handle, String token) {}

  public static String someId() {
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      id.append(
          "0123456789abcdefghijklmnopqrstuvwxyz".charAt(ThreadLocalRandom.current().nextInt(36)));
    }
    return id.toString();
  }

  private static String eventId() {
    return new Ids(Clock.systemUTC(), new SecureRandom()).uuid7();
  }

  /// Waits until something holds, at most 20 s.
  public static void until(String what, BooleanSupplier holds) {
    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    while (!holds.getAsBoolean()) {
      assertThat(Instant.now()).as("waited in vain until %s", what).isBefore(end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }
}
