package org.openletter.comments;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.mongodb.client.MongoDatabase;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.openletter.platform.id.Ids;
import org.openletter.platform.test.Neighbours;
import org.openletter.platform.test.ServiceTest;
import org.openletter.platform.test.TestClock;
import org.openletter.platform.test.TestHttp;
import org.openletter.platform.test.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole service with stubbed neighbours, a clock that can be put forward, and more than 100
/// documents in each collection, so that a query without an index is noticed. All tests that extend
/// it share one context and one database: each uses letters and people of its own.
@ServiceTest
@Import(OnStage.Wiring.class)
@TestPropertySource(
    properties = {
      "openletter.work.drain-pause=50ms",
      "openletter.work.count-pause=50ms",
      "openletter.work.due-pause=50ms",
      "openletter.work.rename-pause=50ms"
    })
public abstract class OnStage {

  private static final String SCREENINGS = "/moderation-service/internal/screenings";

  private static final String NOTICES = "/profiles-service/id/internal/notices";

  private static final String STATEMENTS = "/moderation-service/internal/events";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// A version that nothing has.
  protected static final String NOTHING_SEEN = "000000000000.0";

  private static boolean filled;

  private final Map<String, String> decidedOn = new HashMap<>();

  protected TestHttp http = new TestHttp(1);

  @Autowired protected TestClock clock;

  @Autowired protected MongoDatabase database;

  @Autowired private Ids ids;

  @Autowired private CircuitBreakerRegistry breakers;

  protected final Person rosa = person("rosa");

  protected final Person marit = person("marit");

  @TestConfiguration
  static class Wiring {

    @Bean
    TestClock clock() {
      return TestClock.running();
    }
  }

  @BeforeEach
  void setTheStage(TestHttp client) {
    http = client;
    everybodyAnswers();
    fill();
  }

  // ---- neighbours

  protected void everybodyAnswers() {
    breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    screeningSays("{\"decision\":\"publish\",\"scores\":{},\"reasons\":[],\"version\":\"1.0\"}");
    Neighbours.wireMock().stubFor(post(urlEqualTo(NOTICES)).willReturn(Neighbours.hearsAll()));
    Neighbours.wireMock().stubFor(post(urlEqualTo(STATEMENTS)).willReturn(Neighbours.hearsAll()));
  }

  protected static void screeningSays(String verdict) {
    screeningAnswers(okJson(verdict));
  }

  protected static void screeningAnswers(ResponseDefinitionBuilder answer) {
    Neighbours.wireMock().stubFor(post(urlEqualTo(SCREENINGS)).willReturn(answer));
  }

  /// The screening cannot deal with this text alone, whatever it says of others, until this is
  /// taken away.
  protected static StubMapping screeningRefuses(String text) {
    return Neighbours.wireMock()
        .stubFor(
            post(urlEqualTo(SCREENINGS))
                .withRequestBody(containing(text))
                .atPriority(1)
                .willReturn(aResponse().withStatus(500)));
  }

  protected static void postsAreDown() {
    Neighbours.wireMock()
        .stubFor(any(urlPathMatching("/posts-service/.*")).willReturn(aResponse().withStatus(503)));
  }

  /// A verdict that holds a text.
  protected static String holds(String code) {
    return """
    {"decision":"hold","scores":{"spam":0.98},"heldAs":"%s","version":"1.0","masked":"covered",
     "reasons":[{"code":"%s","parameters":{"links":1},
                 "score":0.98,"spans":[{"start":0,"end":3}]}]}
    """
        .formatted(code, code);
  }

  /// The notices that arrived for this person.
  protected static List<JsonNode> noticesOf(Person person) {
    return arrived(NOTICES, "/accountId", person.account());
  }

  /// The kinds of the notices that arrived for this person.
  protected static List<String> noticeKinds(Person person) {
    return noticesOf(person).stream().map(n -> n.at("/kind").asString()).toList();
  }

  /// The statements that arrived about this comment, as kind and action.
  protected static List<String> statementsAbout(String commentId) {
    return arrived(STATEMENTS, "/commentId", commentId).stream()
        .map(s -> s.at("/kind").asString() + " " + s.at("/action").asString())
        .toList();
  }

  /// What the statements about this comment tell in the words of whoever decided.
  protected static List<String> ownWordsOfStatements(String commentId) {
    return arrived(STATEMENTS, "/commentId", commentId).stream()
        .map(s -> s.at("/facts").asString())
        .filter(words -> !words.isEmpty())
        .toList();
  }

  protected static int screeningsOf(String text) {
    return arrived(SCREENINGS, "/text", text).size();
  }

  private static List<JsonNode> arrived(String address, String pointer, String value) {
    return Neighbours.wireMock().findAll(postRequestedFor(urlEqualTo(address))).stream()
        .map(request -> JSON.readTree(request.getBodyAsString()))
        .flatMap(body -> body.isArray() ? body.valueStream() : Stream.of(body))
        .filter(body -> body.at(pointer).asString("").equals(value))
        .toList();
  }

  // ---- letters and responses

  protected String publishedLetter() {
    return letter(rosa, "published");
  }

  protected String openLetter() {
    String letter = publishedLetter();
    settings(letter, "{\"mode\":\"open\",\"rules\":[\"Be kind.\"]}");
    return letter;
  }

  protected String letter(Person creator, String state) {
    String id = someId();
    tell(id, creator, state);
    return id;
  }

  /// posts-service tells how a letter stands.
  protected void tell(String letterId, Person creator, String state) {
    TestHttp.Answer told =
        http.put(
            "/internal/letters",
            Tokens.service("posts-service", "comments-service.letters"),
            """
            [{"eventId":"%s","letterId":"%s","creatorId":"%s","creatorHandle":"%s",
              "creatorName":"Rosa","title":"The last tram","slug":"the-last-tram","state":"%s",
              "publishedAt":"2026-11-14T10:00:00Z"}]
            """
                .formatted(ids.uuid7(), letterId, creator.account(), creator.handle(), state));
    assertThat(told.text("/taken/0")).as(told.body()).isNotEmpty();
  }

  protected void settings(String letterId, String json) {
    String at = "/letters/" + letterId + "/thread";
    long version = http.get(at, rosa.token()).json().at("/version").asLong();
    TestHttp.Answer changed =
        http.put(
            at,
            rosa.token(),
            json.substring(0, json.length() - 1) + ",\"version\":" + version + "}");
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
  }

  protected TestHttp.Answer respond(String letterId, Person who, String text) {
    return send(letterId, who, draft(text, null, someId()));
  }

  protected TestHttp.Answer reply(String letterId, Person who, String parentId, String text) {
    return send(letterId, who, draft(text, parentId, someId()));
  }

  protected TestHttp.Answer send(String letterId, Person who, String draft) {
    return http.post("/letters/" + letterId + "/comments", who.token(), draft);
  }

  protected static String draft(String text, @Nullable String parentId, String key) {
    return "{\"text\":\"%s\",\"parentId\":%s,\"key\":\"%s\"}"
        .formatted(text, parentId == null ? "null" : "\"" + parentId + "\"", key);
  }

  /// A public response of somebody new on an open letter. Its id.
  protected String publicResponse(String letterId, Person who, String text) {
    TestHttp.Answer posted = respond(letterId, who, text);
    assertThat(posted.status()).as(posted.body()).isEqualTo(201);
    return posted.text("/id");
  }

  protected TestHttp.Answer list(String letterId, @Nullable Person viewer) {
    return http.get("/letters/" + letterId + "/comments", token(viewer));
  }

  protected TestHttp.Answer open(String letterId, String id, @Nullable Person viewer) {
    return http.get("/letters/" + letterId + "/comments/" + id, token(viewer));
  }

  /// Decides about what she sees now.
  protected TestHttp.Answer decide(String letterId, String id, Person who, String wish) {
    return decide(letterId, id, who, wish, version(letterId, id, who));
  }

  protected TestHttp.Answer decide(
      String letterId, String id, Person who, String wish, String version) {
    String body =
        wish.substring(0, wish.length() - 1)
            + (wish.length() > 2 ? "," : "")
            + "\"version\":\"%s\"}".formatted(version);
    TestHttp.Answer decided =
        http.put("/letters/" + letterId + "/comments/" + id + "/decision", who.token(), body);
    if (decided.status() == 200) {
      decidedOn.put(id, decided.text("/comment/version"));
    }
    return decided;
  }

  /// Takes the last decision back that was made here.
  protected TestHttp.Answer undo(String letterId, String id, Person who) {
    return undo(letterId, id, who, decidedOn.getOrDefault(id, NOTHING_SEEN));
  }

  protected TestHttp.Answer undo(String letterId, String id, Person who, String version) {
    return http.delete(
        "/letters/" + letterId + "/comments/" + id + "/decision?version=" + version, who.token());
  }

  /// Changes what she sees now.
  protected TestHttp.Answer edit(String letterId, String id, Person who, String text) {
    return edit(letterId, id, who, text, version(letterId, id, who));
  }

  protected TestHttp.Answer edit(
      String letterId, String id, Person who, String text, String version) {
    return http.put(
        "/letters/" + letterId + "/comments/" + id,
        who.token(),
        "{\"text\":\"%s\",\"version\":\"%s\"}".formatted(text, version));
  }

  protected TestHttp.Answer withdraw(String letterId, String id, Person who) {
    return withdraw(letterId, id, who, version(letterId, id, who));
  }

  protected TestHttp.Answer withdraw(String letterId, String id, Person who, String version) {
    return http.delete(
        "/letters/" + letterId + "/comments/" + id + "?version=" + version, who.token());
  }

  /// The version of what this person sees of a comment, wherever she finds it.
  protected String version(String letterId, String id, Person who) {
    TestHttp.Answer opened = open(letterId, id, who);
    if (opened.status() == 200 && !opened.json().at("/comment/version").isNull()) {
      return opened.text("/comment/version");
    }
    for (String list : List.of("/queue?letter=" + letterId, "/comments/mine")) {
      JsonNode found = http.get(list, who.token()).json();
      for (JsonNode item :
          found.path("items").isMissingNode() ? found.path("comments") : found.path("items")) {
        JsonNode comment = item.has("comment") ? item.get("comment") : item;
        if (comment.path("id").asString("").equals(id)) {
          return comment.path("version").asString(NOTHING_SEEN);
        }
      }
    }
    return NOTHING_SEEN;
  }

  protected static @Nullable String token(@Nullable Person person) {
    return person == null ? null : person.token();
  }

  // ---- people and time

  protected static Person person(String handle) {
    String account = someId();
    return new Person(account, handle, Tokens.person(account, handle, "member"));
  }

  /// A member.
  public record Person(String account, String handle, String token) {}

  protected static String someId() {
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      id.append(
          "0123456789abcdefghijklmnopqrstuvwxyz".charAt(ThreadLocalRandom.current().nextInt(36)));
    }
    return id.toString();
  }

  protected String eventId() {
    return ids.uuid7();
  }

  /// Waits until something holds, at most 20 s.
  protected static void until(String what, BooleanSupplier holds) {
    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    while (!holds.getAsBoolean()) {
      assertThat(Instant.now()).as("waited in vain until %s", what).isBefore(end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  /// Brings comments in as posts-service does.
  protected TestHttp.Answer bringIn(String letterId, String eventId, String comments) {
    return http.put(
        "/internal/letters/" + letterId + "/imports",
        Tokens.service("posts-service", "comments-service.imports"),
        "{\"eventId\":\"%s\",\"comments\":[%s]}".formatted(eventId, comments));
  }

  private void fill() {
    if (filled) {
      return;
    }
    filled = true;
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 150; i++) {
      many.append(i == 0 ? "" : ",")
          .append(
              """
              {"source":"%d","name":"somebody","text":"One of many.","at":"2020-01-01T00:00:00Z",
               "verdict":{"decision":"publish","version":"1.0"}}
              """
                  .formatted(i));
      letter(person("somebody"), "published");
    }
    assertThat(bringIn(publishedLetter(), eventId(), many.toString()).status()).isEqualTo(204);
  }
}
