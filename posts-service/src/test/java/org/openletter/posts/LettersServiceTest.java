package org.openletter.posts;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openletter.platform.test.Neighbours;
import org.openletter.platform.test.ServiceTest;
import org.openletter.platform.test.TestHttp;
import org.openletter.platform.test.Tokens;
import org.openletter.platform.text.Lookalike;
import tools.jackson.databind.JsonNode;

@ServiceTest
class LettersServiceTest {

  private static final String BODY = "HOW YOU CAN HELP\\n\\n-----\\n\\n* listen";

  private static int people;

  private String account = "";
  private String rosa = "";

  @BeforeEach
  void aNewMemberAndAListeningCommentsService() {
    people++;
    account = "rosa%08d".formatted(people);
    rosa = Tokens.person(account, "rosa" + people, "member");
    Neighbours.wireMock()
        .stubFor(
            any(urlMatching("/comments-service/internal/.*")).willReturn(Neighbours.hearsAll()));
  }

  @Test
  void aLetterIsWrittenPublishedReadAndListed(TestHttp http) {
    String id = start(http, "An open letter to Northgate");

    TestHttp.Answer published = publish(http, id, 1);
    assertThat(published.status()).isEqualTo(200);
    assertThat(published.text("/slug")).isEqualTo("an-open-letter-to-northgate");
    assertThat(publish(http, id, 1).body()).isEqualTo(published.body());

    TestHttp.Answer read = http.get("/letters/" + id, null);
    assertThat(read.text("/html")).contains("HOW YOU CAN HELP", "<hr", "<li>listen</li>");
    assertThat(read.body()).doesNotContain(account);
    assertThat(read.json().at("/mine").asBoolean()).isFalse();
    assertThat(http.get("/letters/" + id, rosa).json().at("/mine").asBoolean()).isTrue();

    TestHttp.Answer list = http.get("/letters?author=rosa" + people, null);
    assertThat(list.text("/letters/0/id")).isEqualTo(id);
    assertThat(list.text("/letters/0/author/handle")).isEqualTo("rosa" + people);
    assertThat(list.body()).doesNotContain(account);
    assertThat(http.get("/letters", null).body()).contains(id);

    Awaitility.await()
        .untilAsserted(() ->
            Neighbours.wireMock()
                .verify(
                    1,
                    putRequestedFor(urlEqualTo("/comments-service/internal/letters"))
                        .withRequestBody(
                            matchingJsonPath(
                                "$[?(@.letterId == '%s' && @.state == 'published' && @.eventId"
                                        .formatted(id)
                                    + " && @.creatorId == '%s')]".formatted(account)))));
  }

  @Test
  void newsWaitForCommentsServiceAndArriveInOrder(TestHttp http) {
    Neighbours.wireMock()
        .stubFor(any(urlMatching("/comments-service/internal/.*")).willReturn(serverError()));
    String id = start(http, "Title");
    publish(http, id, 1);
    http.delete("/letters/" + id + "/publication?version=1", rosa);

    Neighbours.wireMock()
        .stubFor(
            any(urlMatching("/comments-service/internal/.*")).willReturn(Neighbours.hearsAll()));

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            Neighbours.wireMock()
                .verify(
                    putRequestedFor(urlEqualTo("/comments-service/internal/letters"))
                        .withRequestBody(
                            matchingJsonPath(
                                "$[?(@.letterId == '%s' && @.state == 'withdrawn')]"
                                    .formatted(id)))));
  }

  @Test
  void aWithdrawnLetterIsGoneForEverybody(TestHttp http) {
    String id = start(http, "Title");
    assertThat(http.delete("/letters/" + id + "/publication?version=1", rosa).problem())
        .isEqualTo("not-public");
    publish(http, id, 1);

    assertThat(http.delete("/letters/" + id + "/publication?version=1", rosa).text("/state"))
        .isEqualTo("withdrawn");
    assertThat(http.delete("/letters/" + id + "/publication?version=1", rosa).status())
        .isEqualTo(200);

    assertThat(http.get("/letters/" + id, null).status()).isEqualTo(410);
    assertThat(http.get("/letters/" + id, rosa).problem()).isEqualTo("letter-withdrawn");
    assertThat(http.get("/letters?author=rosa" + people, null).body()).doesNotContain(id);
    assertThat(publish(http, id, 1).problem()).isEqualTo("letter-withdrawn");
    assertThat(http.delete("/letters/" + id + "?version=1", rosa).problem())
        .isEqualTo("once-public");
  }

  @Test
  void aTextSavedElsewhereIsShownBesideOnesOwn(TestHttp http) {
    String id = start(http, "Title");
    String draft = "/letters/" + id + "/draft";
    TestHttp.Answer saved = http.put(draft, rosa, "{\"body\":\"From the phone\",\"version\":1}");
    assertThat(saved.json().at("/version").asInt()).isEqualTo(2);
    assertThat(http.put(draft, rosa, "{\"body\":\"From the phone\",\"version\":1}").body())
        .isEqualTo(saved.body());

    TestHttp.Answer refused = http.put(draft, rosa, "{\"body\":\"From the desk\",\"version\":1}");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("letter-changed");
    assertThat(refused.text("/newer/body")).isEqualTo("From the phone");
    assertThat(refused.json().at("/newer/version").asInt()).isEqualTo(2);
    assertThat(publish(http, id, 1).problem()).isEqualTo("letter-changed");
  }

  @Test
  void theDraftGoesOnWhileThePublicTextStays(TestHttp http) {
    String id = start(http, "Title");
    publish(http, id, 1);
    JsonNode saved =
        http.put("/letters/" + id + "/draft", rosa, "{\"title\":\"Newer\",\"version\":1}").json();

    assertThat(http.get("/letters/" + id, null).text("/title")).isEqualTo("Title");
    JsonNode draft = http.get("/letters/" + id + "/draft", rosa).json();
    assertThat(saved).as("nobody has to ask how the letter stands").isEqualTo(draft);
    assertThat(draft.at("/unpublishedChanges").asBoolean()).isTrue();
    assertThat(draft.at("/title").asString()).isEqualTo("Newer");
    JsonNode versions = http.get("/letters/" + id + "/versions", rosa).json().at("/versions");
    assertThat(versions.get(0).at("/version").asInt()).isEqualTo(2);
    assertThat(versions.get(1).at("/published").asBoolean()).isTrue();

    publish(http, id, 2);
    assertThat(http.get("/letters/" + id, null).text("/title")).isEqualTo("Newer");
  }

  @Test
  void sendingTheSameFormTwiceMakesOneLetter(TestHttp http) {
    String form = "{\"title\":\"Title\",\"body\":\"x\",\"key\":\"k\"}";
    TestHttp.Answer first = http.post("/letters", rosa, form);

    assertThat(first.header("location")).isEqualTo("/letters/" + first.text("/id") + "/draft");
    assertThat(http.post("/letters", rosa, form).body()).isEqualTo(first.body());
    assertThat(http.post("/letters", rosa, form.replace("\"x\"", "\"y\"")).problem())
        .isEqualTo("other-text-same-key");
    assertThat(http.get("/letters/mine", rosa).json().at("/letters").size()).isEqualTo(1);
  }

  @Test
  void nobodyGetsMoreOfHerLettersThanAskedFor(TestHttp http) {
    start(http, "First");
    start(http, "Second");
    start(http, "Third");

    JsonNode two = http.get("/letters/mine?limit=2", rosa).json();
    JsonNode rest =
        http.get("/letters/mine?limit=2&before=" + two.at("/next").asString(), rosa).json();

    assertThat(two.at("/letters").size()).isEqualTo(2);
    assertThat(rest.at("/letters").size()).isEqualTo(1);
    assertThat(rest.at("/next").isNull()).isTrue();
    assertThat(http.get("/letters/mine?limit=0", rosa).json().at("/letters").size()).isEqualTo(1);
    assertThat(http.get("/letters/mine?limit=51", rosa).json().at("/letters").size()).isEqualTo(3);
  }

  @Test
  void ownLettersComePageByPage(TestHttp http) {
    for (int i = 0; i < 51; i++) {
      start(http, "Letter " + i);
    }
    JsonNode first = http.get("/letters/mine?limit=51", rosa).json();
    JsonNode second = http.get("/letters/mine?before=" + first.at("/next").asString(), rosa).json();

    Set<String> ids = new HashSet<>();
    first.at("/letters").forEach(letter -> ids.add(letter.at("/id").asString()));
    second.at("/letters").forEach(letter -> ids.add(letter.at("/id").asString()));
    assertThat(ids).hasSize(51);
    assertThat(second.at("/next").isNull()).isTrue();
  }

  @Test
  void theSixthLetterOfADayWaits(TestHttp http) {
    for (int i = 0; i < 5; i++) {
      assertThat(publish(http, start(http, "Letter " + i), 1).status()).isEqualTo(200);
    }
    TestHttp.Answer sixth = publish(http, start(http, "Letter 6"), 1);

    assertThat(sixth.status()).isEqualTo(429);
    assertThat(Long.parseLong(sixth.header("retry-after"))).isBetween(86_000L, 86_400L);
  }

  @Test
  void aDraftIsDiscarded(TestHttp http) {
    String id = start(http, "Title");

    assertThat(http.delete("/letters/" + id + "?version=1", rosa).status()).isEqualTo(204);
    assertThat(http.get("/letters/" + id + "/draft", rosa).status()).isEqualTo(404);
    assertThat(http.get("/letters/mine", rosa).json().at("/letters").size()).isZero();
  }

  @Test
  void whatIsThrownAwayOrWithdrawnWasSeen(TestHttp http) {
    String id = start(http, "Title");
    http.put("/letters/" + id + "/draft", rosa, "{\"body\":\"From the phone\",\"version\":1}");

    assertThat(http.delete("/letters/" + id, rosa).status()).isEqualTo(422);
    TestHttp.Answer refused = http.delete("/letters/" + id + "?version=1", rosa);
    assertThat(refused.problem()).isEqualTo("letter-changed");
    assertThat(refused.text("/newer/body")).isEqualTo("From the phone");
    publish(http, id, 2);
    assertThat(http.delete("/letters/" + id + "/publication", rosa).status()).isEqualTo(422);
    assertThat(http.delete("/letters/" + id + "/publication?version=1", rosa).problem())
        .isEqualTo("letter-changed");
    assertThat(http.get("/letters/" + id, null).status()).isEqualTo(200);
  }

  @Test
  void anEarlierTextIsReadAndRestored(TestHttp http) {
    String id = start(http, "Title");
    publish(http, id, 1);
    http.put("/letters/" + id + "/draft", rosa, "{\"title\":\"Newer\",\"version\":1}");
    String first = "/letters/" + id + "/versions/1";

    assertThat(http.get(first, rosa).text("/title")).isEqualTo("Title");
    assertThat(http.put(first + "/restoration", rosa, "{\"version\":1}").problem())
        .isEqualTo("letter-changed");
    assertThat(
            http.put(first + "/restoration", rosa, "{\"version\":2}").json().at("/version").asInt())
        .isEqualTo(3);
    assertThat(http.get("/letters/" + id + "/draft", rosa).text("/title")).isEqualTo("Title");
    assertThat(http.get("/letters/" + id + "/versions/2", rosa).text("/title")).isEqualTo("Newer");
  }

  @Test
  void manyThatPublishAtOnceAreNoMoreThanFive(TestHttp http) throws Exception {
    List<Callable<Integer>> publications = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String id = start(http, "Letter " + i);
      publications.add(() -> publish(http, id, 1).status());
    }
    int published = 0;
    try (var threads = Executors.newFixedThreadPool(12)) {
      for (var answer : threads.invokeAll(publications)) {
        published += answer.get() == 200 ? 1 : 0;
      }
    }

    assertThat(published).isEqualTo(5);
    assertThat(http.get("/letters?author=rosa" + people, null).json().at("/letters").size())
        .isEqualTo(5);
  }

  @Test
  void aPreviewIsRenderedAndNothingIsKept(TestHttp http) {
    TestHttp.Answer shown =
        http.post("/letters/preview", rosa, "{\"body\":\"**now**\\n\\n<b onclick=x>\"}");

    assertThat(shown.text("/html")).contains("<strong>now</strong>").doesNotContain("<b");
    assertThat(shown.json().at("/words").asInt()).isPositive();
  }

  @Test
  void anEmptyDraftIsNotPublished(TestHttp http) {
    String id = http.post("/letters", rosa, "{\"key\":\"empty\"}").text("/id");

    TestHttp.Answer refused = publish(http, id, 1);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("\"title\"", "\"body\"");
  }

  @Test
  void otherServicesLearnOfLettersAndRenameAuthors(TestHttp http) {
    String id = start(http, "Title");
    String reader = Tokens.service("comments-service", "posts-service.letters");
    String renamer = Tokens.service("profiles-service", "posts-service.authors");

    JsonNode facts = http.get("/internal/letters/" + id, reader).json();
    assertThat(facts.at("/creatorId").asString()).isEqualTo(account);
    assertThat(facts.at("/state").asString()).isEqualTo("draft");
    assertThat(http.get("/internal/letters/000000000000", reader).status()).isEqualTo(404);
    assertThat(facts.at("/asOf").isNull()).isTrue();
    publish(http, id, 1);
    assertThat(http.get("/internal/letters/" + id, reader).text("/asOf")).isNotEmpty();

    String address = "/internal/authors";
    String rename =
        "[{\"eventId\":\"e\",\"accountId\":\"%s\",\"handle\":\"new-handle\",\"name\":\"New Name\"},"
                .formatted(account)
            + "{\"eventId\":\"f\"}]";
    TestHttp.Answer renamed = http.put(address, renamer, rename);
    assertThat(renamed.text("/taken/0")).isEqualTo("e");
    assertThat(renamed.text("/refused/0/eventId")).isEqualTo("f");
    assertThat(http.put(address, renamer, "[{}]").status()).isEqualTo(422);
    assertThat(http.get("/internal/letters/" + id, reader).text("/creatorHandle"))
        .isEqualTo("new-handle");

    String later = start(http, "Begun with a token of before");
    assertThat(http.get("/internal/letters/" + later, reader).text("/creatorName"))
        .isEqualTo("New Name");

    assertThat(http.get("/internal/letters/" + id, renamer).status()).isEqualTo(403);
    assertThat(http.put(address, reader, rename).status()).isEqualTo(403);
    assertThat(http.get("/internal/letters/" + id, rosa).status()).isEqualTo(403);
    assertThat(http.put(address, rosa, rename).status()).isEqualTo(403);
    assertThat(http.get("/internal/letters/" + id, null).status()).isEqualTo(401);
  }

  @Test
  void namesOfPublicLettersAreFoundByTheirLook(TestHttp http) {
    String asker = Tokens.service("profiles-service", "posts-service.names");
    String id = start(http, "Title");
    String to = Lookalike.wide("Northgate Works " + people);
    String by = Lookalike.wide("the willow " + people);
    http.put(
        "/letters/" + id + "/draft",
        rosa,
        """
        {"title":"T","addressee":"Nоrthgate Works %d","byline":"The Vvillow %d","body":"B","version":1}
        """
            .formatted(people, people));

    TestHttp.Answer draft = http.post("/internal/names", asker, asked("", to, by));
    assertThat(draft.json().at("/addressees").size()).isZero();
    assertThat(draft.json().at("/bylines").size()).isZero();
    publish(http, id, 2);

    TestHttp.Answer others = http.post("/internal/names", asker, asked("somebodyelse", to, by));
    assertThat(others.json().at("/addressees").size()).isEqualTo(1);
    assertThat(others.text("/addressees/0")).isEqualTo(to);
    assertThat(others.json().at("/bylines").size()).isEqualTo(1);
    assertThat(others.text("/bylines/0")).isEqualTo(by);
    TestHttp.Answer own = http.post("/internal/names", asker, asked(account, to, by));
    assertThat(own.json().at("/addressees").size()).isEqualTo(1);
    assertThat(own.json().at("/bylines").size()).as("her own byline").isZero();

    http.delete("/letters/" + id + "/publication?version=2", rosa);
    assertThat(http.post("/internal/names", asker, asked("", to, by)).body())
        .doesNotContain(to, by);
  }

  private static String asked(String account, String one, String other) {
    return "{\"keys\":[\"%s\",\"%s\"],\"account\":\"%s\"}".formatted(one, other, account);
  }

  @Test
  void namesAreAskedForByProfilesServiceAloneAndFewAtATime(TestHttp http) {
    String asker = Tokens.service("profiles-service", "posts-service.names");
    String nine = "{\"keys\":[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\",\"i\"]}";
    String one = "{\"keys\":[\"a\"]}";

    assertThat(http.post("/internal/names", asker, one).status()).isEqualTo(200);
    assertThat(http.post("/internal/names", asker, nine).problem()).isEqualTo("invalid-fields");
    assertThat(http.post("/internal/names", asker, "{}").problem()).isEqualTo("invalid-fields");
    assertThat(http.post("/internal/names", asker, "{\"keys\":[null]}").status()).isEqualTo(422);
    assertThat(http.post("/internal/names", rosa, one).status()).isEqualTo(403);
    assertThat(http.post("/internal/names", null, one).status()).isEqualTo(401);
    String renamer = Tokens.service("profiles-service", "posts-service.authors");
    assertThat(http.post("/internal/names", renamer, one).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/letters/mine",
    "POST,/letters",
    "POST,/letters/preview",
    "GET,/letters/{id}/draft",
    "PUT,/letters/{id}/draft",
    "DELETE,/letters/{id}?version=1",
    "PUT,/letters/{id}/publication",
    "DELETE,/letters/{id}/publication?version=1",
    "GET,/letters/{id}/versions",
    "GET,/letters/{id}/versions/1",
    "PUT,/letters/{id}/versions/1/restoration",
    "POST,/imports",
    "GET,/imports/000000000000",
    "PUT,/imports/000000000000/confirmation",
    "DELETE,/imports/000000000000"
  })
  void everyPersonalAddressDecidesForItself(String method, String path, TestHttp http) {
    String id = start(http, "Title");
    String at = path.replace("{id}", id);
    String other = Tokens.person("other0000000", "other", "member", "moderator", "admin");
    String waiting = Tokens.person("waiting00000", "waiting");

    assertThat(status(http, method, at, null)).isEqualTo(401);
    assertThat(status(http, method, at, "nonsense")).isEqualTo(401);
    assertThat(status(http, method, at, Tokens.expired())).isEqualTo(401);
    assertThat(status(http, method, at, Tokens.foreignKey())).isEqualTo(401);
    assertThat(status(http, method, at, Tokens.wrongAudience())).isEqualTo(401);
    assertThat(status(http, method, at, Tokens.wrongIssuer())).isEqualTo(401);
    assertThat(status(http, method, at, waiting)).isEqualTo(403);
    assertThat(status(http, method, at, Tokens.service("gateway", "posts-service.letters")))
        .isEqualTo(403);
    if (path.contains("{id}")) {
      assertThat(status(http, method, at, other)).isEqualTo(404);
      assertThat(http.get("/letters/" + id + "/draft", rosa).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{}x",
        "{\"title\":1,\"key\":\"k\"}",
        "{\"title\":true,\"key\":\"k\"}",
        "{\"title\":[],\"key\":\"k\"}",
        "{\"topics\":\"a\",\"key\":\"k\"}",
        "{\"topics\":[{}],\"key\":\"k\"}",
        "{\"body\":{},\"key\":\"k\"}",
        "{\"title\":\"a\",\"title\":\"b\",\"key\":\"k\"}"
      })
  void aBodyThatIsNotALetterIsRefused(String body, TestHttp http) {
    assertThat(http.post("/letters", rosa, body).status()).isEqualTo(400);
  }

  @Test
  void strangeAddressesFindNothing(TestHttp http) {
    assertThat(http.get("/letters/000000000000", null).status()).isEqualTo(404);
    assertThat(http.get("/letters/AAAAAAAAAAAA", null).status()).isEqualTo(404);
    assertThat(http.get("/letters/" + "a".repeat(3_000), null).status()).isEqualTo(404);
    assertThat(http.get("/letters/__proto__", null).status()).isEqualTo(404);
    assertThat(http.get("/letters?before=nonsense", null).status()).isEqualTo(400);
    assertThat(http.get("/letters?limit=many", null).status()).isEqualTo(400);
    assertThat(http.get("/letters?limit=1000000", null).status()).isEqualTo(200);
    assertThat(http.get("/anything", rosa).status()).isEqualTo(403);
  }

  private String start(TestHttp http, String title) {
    TestHttp.Answer started =
        http.post(
            "/letters",
            rosa,
            "{\"title\":\"%s\",\"body\":\"%s\",\"key\":\"%s\"}".formatted(title, BODY, title));
    assertThat(started.status()).isEqualTo(201);
    return started.text("/id");
  }

  private TestHttp.Answer publish(TestHttp http, String id, int version) {
    return http.put("/letters/" + id + "/publication", rosa, "{\"version\":" + version + "}");
  }

  private static int status(
      TestHttp http, String method, String path, @org.jspecify.annotations.Nullable String token) {
    return http.send(
            http.request(path, token)
                .header(
                    "Content-Type",
                    path.equals("/imports") ? "application/octet-stream" : "application/json")
                .method(
                    method, java.net.http.HttpRequest.BodyPublishers.ofString("{\"version\":1}")))
        .status();
  }
}
