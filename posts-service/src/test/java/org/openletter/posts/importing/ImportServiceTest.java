package org.openletter.posts.importing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.openletter.platform.start.UploadFolder;
import org.openletter.platform.test.Neighbours;
import org.openletter.platform.test.ServiceTest;
import org.openletter.platform.test.TestHttp;
import org.openletter.platform.test.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class ImportServiceTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String SCREENING = "/moderation-service/internal/screenings/batch";

  private static int people;

  private final CircuitBreakerRegistry breakers;
  private final UploadFolder uploads;

  private String jun = "";

  ImportServiceTest(@Autowired CircuitBreakerRegistry breakers, @Autowired UploadFolder uploads) {
    this.breakers = breakers;
    this.uploads = uploads;
  }

  @BeforeEach
  void neighboursAnswer() {
    closeBreakers();
    people++;
    jun = Tokens.person("jun%09d".formatted(people), "jun" + people, "member");
    Neighbours.wireMock()
        .stubFor(
            any(urlMatching("/comments-service/internal/.*")).willReturn(Neighbours.hearsAll()));
    moderation(okJson(verdicts()));
  }

  @Test
  void aFileIsCheckedBroughtInAndKnownTheSecondTime(TestHttp http) throws IOException {
    TestHttp.Answer checked = send(http, twin());
    assertThat(checked.status()).isEqualTo(201);
    JsonNode found = checked.json();
    assertThat(found.at("/state").asString()).isEqualTo("checked");
    assertThat(found.at("/checked").asBoolean()).isTrue();
    assertThat(found.at("/letters").size()).isEqualTo(2);
    assertThat(found.at("/letters/0/title").asString())
        .isEqualTo("An Open Letter To The Marlow Street Clinic");
    assertThat(found.at("/letters/0/addressee").asString()).isEqualTo("The Marlow Street Clinic");
    assertThat(found.at("/letters/0/date").asString()).isEqualTo("2021-03-08T09:00:00Z");
    assertThat(found.at("/responses").asInt()).isEqualTo(24);
    assertThat(found.at("/live").asInt()).isEqualTo(16);
    assertThat(found.at("/waiting").asInt()).isEqualTo(8);
    assertThat(found.at("/leftOut").asInt()).isEqualTo(3);
    assertThat(found.at("/clusters/2/examples/1").asString()).contains("[covered]");
    assertThat(found.at("/clusters/0/kind/code").asString()).isEqualTo("advertising");
    assertThat(found.at("/clusters/0/kind/parameters/about").asString()).isEqualTo("pharmacy");
    assertThat(found.at("/clusters/1/bond/parameters/names").asInt()).isEqualTo(4);

    String importId = found.at("/id").asString();
    TestHttp.Answer confirmed =
        http.put(confirmation(importId), jun, "{\"letters\":[],\"initials\":true}");
    assertThat(confirmed.status()).isEqualTo(200);
    Awaitility.await()
        .untilAsserted(() ->
            assertThat(http.get("/imports/" + importId, jun).text("/state")).isEqualTo("done"));
    JsonNode done = http.get("/imports/" + importId, jun).json();
    String letterId = done.at("/letters/0/letterId").asString();
    assertThat(done.at("/letters/0/alreadyHere").asBoolean()).isFalse();
    commentsServiceHeard(letterId);

    JsonNode draft = http.get("/letters/" + letterId + "/draft", jun).json();
    assertThat(draft.at("/state").asString()).isEqualTo("draft");
    assertThat(draft.at("/source/date").asString()).isEqualTo("2021-03-08T09:00:00Z");
    assertThat(draft.at("/body").asString())
        .contains("MY BODY IS NOT A WARNING", "\n\n-----\n\n", "## HOW YOU CAN BEGIN:", "* ask at");
    JsonNode essay =
        http.get("/letters/" + done.at("/letters/1/letterId").asString() + "/draft", jun).json();
    assertThat(essay.at("/byline").asString()).isEqualTo("Marit Solvang");
    assertThat(essay.at("/disclaimer").asString())
        .isEqualTo("The views in this essay are those of its author and not of this site.");
    assertThat(essay.at("/body").asString()).startsWith("Last winter").endsWith("and to stay.");

    String published =
        http.put("/letters/" + letterId + "/publication", jun, "{\"version\":1}")
            .text("/publishedAt");
    assertThat(published).isEqualTo("2021-03-08T09:00:00Z");

    JsonNode again = send(http, twin()).json();
    assertThat(again.at("/letters/0/alreadyHere").asBoolean()).isTrue();
    assertThat(again.at("/letters/0/letterId").asString()).isEqualTo(letterId);
    // The draft, its responses, and that it is public now.
    Awaitility.await().untilAsserted(() -> assertThat(heard(letterId)).hasSize(3));
    http.put(confirmation(again.at("/id").asString()), jun, "{}");
    assertThat(http.get("/imports/" + again.at("/id").asString(), jun).text("/state"))
        .isEqualTo("done");
    assertThat(heard(letterId)).hasSize(3);
    assertThat(http.get("/letters/" + letterId, null).status()).isEqualTo(200);
  }

  private static void commentsServiceHeard(String letterId) {
    List<JsonNode> heard = heard(letterId);
    JsonNode news = heard.getFirst();
    assertThat(news.at("/letterId").asString()).isEqualTo(letterId);
    assertThat(news.at("/state").asString()).isEqualTo("draft");
    JsonNode batch = heard.get(1);
    assertThat(batch.at("/eventId").asString()).isNotEmpty();
    assertThat(batch.at("/comments").size()).isEqualTo(24);
    JsonNode first = batch.at("/comments/0");
    assertThat(first.at("/source").asString()).isEqualTo("1");
    assertThat(first.at("/name").asString()).isEqualTo("O.");
    assertThat(first.at("/at").asString()).isEqualTo("2021-03-08T10:05:00Z");
    assertThat(first.at("/approved").asBoolean()).isTrue();
    assertThat(first.at("/verdict/decision").asString()).isEqualTo("publish");
    Set<String> seen = new HashSet<>();
    for (JsonNode comment : batch.at("/comments")) {
      JsonNode parent = comment.at("/parentSource");
      assertThat(parent.isNull() || seen.contains(parent.asString())).isTrue();
      seen.add(comment.at("/source").asString());
    }
    assertThat(batch.toString()).doesNotContain("mail.example", "192.0.2.");
  }

  @Test
  @EnabledIfSystemProperty(
      named = "openletter.data",
      matches = ".+",
      disabledReason = "runs on the files in the folder that -Dopenletter.data names")
  void theGivenFileHoldsOneLetterAndTwentyFourResponses(TestHttp http) throws IOException {
    Path file = Path.of(System.getProperty("openletter.data"), "open-letter.wxr.xml");
    String[] verdicts = {verdicts()};
    // In this file the junk has other numbers than in the twin.
    Set.of(14, 15, 17, 18, 21, 22, 23, 24)
        .forEach(i -> verdicts[0] = decide(verdicts[0], i, "hold"));
    Set.of(16, 19, 20).forEach(i -> verdicts[0] = decide(verdicts[0], i, "publish"));
    moderation(okJson(verdicts[0]));

    JsonNode found = send(http, BodyPublishers.ofFile(file)).json();

    assertThat(found.at("/letters").size()).isEqualTo(1);
    assertThat(found.at("/letters/0/addressee").asString()).isNotBlank();
    assertThat(found.at("/letters/0/words").asInt()).isBetween(1_700, 2_000);
    assertThat(found.at("/responses").asInt()).isEqualTo(24);
    assertThat(found.at("/live").asInt()).isEqualTo(16);
    assertThat(found.at("/waiting").asInt()).isEqualTo(8);
    assertThat(found.at("/leftOut").asInt()).isZero();

    String importId = found.at("/id").asString();
    String letterId =
        http.put(confirmation(importId), jun, "{}").json().at("/letters/0/letterId").asString();
    String body = http.get("/letters/" + letterId + "/draft", jun).text("/body");
    assertThat(body).contains("\n\n-----\n\n").containsPattern("(?m)^## [A-Z: ]+$");
    assertThat(body.lines().filter(line -> line.startsWith("* "))).hasSize(5);
  }

  private static String decide(String verdicts, int source, String decision) {
    return verdicts.replaceFirst("(\"" + source + "\":\\{\"decision\":\")[a-z]+", "$1" + decision);
  }

  @Test
  void withoutAnAnswerFromModerationEverythingWaits(TestHttp http) throws IOException {
    for (ResponseDefinitionBuilder answer :
        List.of(
            serverError(),
            aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
            okJson(""),
            okJson("{}"),
            okJson("not json"),
            aResponse().withStatus(403),
            okJson(verdicts()).withFixedDelay(60_000))) {
      moderation(answer);
      closeBreakers();

      JsonNode checked = send(http, twin()).json();

      assertThat(checked.at("/checked").asBoolean()).isFalse();
      assertThat(checked.at("/waiting").asInt()).isEqualTo(24);
      assertThat(checked.at("/live").asInt()).isEqualTo(0);
    }
  }

  @Test
  void onlyItsOwnerSeesAnImport(TestHttp http) throws IOException {
    String id = send(http, twin()).text("/id");
    String other = Tokens.person("other0000000", "other", "member", "moderator", "admin");

    assertThat(http.get("/imports/" + id, other).problem()).isEqualTo("no-such-import");
    assertThat(http.put(confirmation(id), other, "{}").status()).isEqualTo(404);
    assertThat(http.delete("/imports/" + id + "?seen=checked", other).status()).isEqualTo(404);
    assertThat(http.get("/imports/" + id, null).status()).isEqualTo(401);
    assertThat(http.get("/imports/" + id, Tokens.expired()).status()).isEqualTo(401);
    assertThat(http.get("/imports/" + id, Tokens.foreignKey()).status()).isEqualTo(401);
    assertThat(
            http.get("/imports/" + id, Tokens.service("gateway", "posts-service.letters")).status())
        .isEqualTo(403);
    assertThat(http.get("/imports/" + id, jun).status()).isEqualTo(200);

    assertThat(http.delete("/imports/" + id, jun).problem()).isEqualTo("invalid-fields");
    assertThat(http.delete("/imports/" + id + "?seen=checked", jun).problem())
        .isEqualTo("import-changed");
    assertThat(http.delete(seen(http, id), jun).status()).isEqualTo(204);
    assertThat(http.get("/imports/" + id, jun).status()).isEqualTo(404);
  }

  @Test
  void refusalsSayWhatToDoAndChangeNothing(TestHttp http) throws IOException {
    String twin = Files.readString(twinPath());

    assertRefused(send(http, BodyPublishers.ofString("{}")), "not-an-export");
    assertRefused(send(http, BodyPublishers.ofString(twin.substring(0, 9_000))), "broken-file");
    assertRefused(
        send(
            http,
            BodyPublishers.ofString(
                twin.replace("<rss", "<!DOCTYPE rss [<!ENTITY x \"y\">]><rss"))),
        "entities");
    assertRefused(
        send(
            http,
            BodyPublishers.ofByteArray(
                ("<?xml version='1.0'?><rss>" + "\u00FF".repeat(101))
                    .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1))),
        "encoding");
    assertThat(http.get("/letters/mine", jun).json().at("/letters").size()).isZero();
  }

  private static void assertRefused(TestHttp.Answer answer, String type) {
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.problem()).isEqualTo(type);
    assertThat(answer.text("/detail")).endsWith("Nothing was changed.");
  }

  @Test
  void filesOfAHundredMegabytesAreRefusedWithOrWithoutALength(TestHttp http) throws IOException {
    Set<Path> before = temporaryFiles();
    long size = 100L << 20;

    for (BodyPublisher body :
        List.of(
            BodyPublishers.fromPublisher(
                BodyPublishers.ofInputStream(() -> new EndlessExport(size)), size),
            BodyPublishers.ofInputStream(() -> new EndlessExport(size)))) {
      TestHttp.Answer answer = send(http, body);

      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.problem()).isEqualTo("file-too-large");
      assertThat(answer.text("/detail")).contains("32 MB");
    }
    assertThat(temporaryFiles()).isEqualTo(before);
  }

  @Test
  void aChoiceThatIsNotReadableOrTooLongIsRefused(TestHttp http) throws IOException {
    String id = send(http, twin()).text("/id");
    String many = "{\"letters\":[" + "\"1\",".repeat(100) + "\"1\"]}";
    assertThat(http.put(confirmation(id), jun, many).problem()).isEqualTo("invalid-fields");

    assertThat(http.put(confirmation(id), jun, "").status()).isEqualTo(400);
    assertThat(http.put(confirmation(id), jun, "null").status()).isEqualTo(400);
    assertThat(http.put(confirmation(id), jun, "{\"letters\":{}}").status()).isEqualTo(400);
    assertThat(http.put(confirmation(id), jun, "{\"letters\":[\"99\"]}").problem())
        .isEqualTo("invalid-fields");
    String long1 = "{\"letters\":[" + "\"1\",".repeat(30_000) + "\"1\"]}";
    assertThat(http.put(confirmation(id), jun, long1).status()).isEqualTo(413);
    assertThat(http.get("/imports/" + id, jun).text("/state")).isEqualTo("checked");
  }

  @Test
  void aFileWithManyLettersIsShownInPagesAndBroughtInByChoice(TestHttp http) {
    StringBuilder items = new StringBuilder();
    for (int i = 1; i <= 130; i++) {
      items.append(
          """
          <item><title>To everybody, letter %1$d</title><dc:creator>ines</dc:creator>
          <guid>https://harbour.example/?p=%1$d</guid><content:encoded>Words %1$d</content:encoded>
          <wp:post_id>%1$d</wp:post_id><wp:post_date_gmt>2019-03-04 08:%2$02d:%3$02d</wp:post_date_gmt>
          <wp:status>%4$s</wp:status></item>
          """
              .formatted(i, i / 60, i % 60, i % 2 == 0 ? "private" : "publish"));
    }
    String file =
        """
        <rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
          xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version>
        <wp:author><wp:author_login>ines</wp:author_login>
        <wp:author_display_name>Ines Marques</wp:author_display_name></wp:author>
        """
            + items
            + "</channel></rss>";
    JsonNode found = send(http, BodyPublishers.ofString(file)).json();
    String id = found.at("/id").asString();
    assertThat(found.at("/count").asInt()).isEqualTo(130);
    assertThat(found.at("/letters").size()).isEqualTo(100);
    assertThat(found.at("/letters/0/title").asString()).isEqualTo("To everybody, letter 130");
    assertThat(found.at("/letters/0/was").asString()).isEqualTo("private");
    assertThat(found.at("/letters/0/byline").asString()).isEqualTo("Ines Marques");
    JsonNode rest = http.get("/imports/" + id + "?from=100", jun).json();
    assertThat(rest.at("/letters").size()).isEqualTo(30);
    assertThat(rest.at("/letters/29/source").asString()).isEqualTo("1");

    assertThat(http.put(confirmation(id), jun, "{}").problem()).isEqualTo("invalid-fields");
    StringBuilder some = new StringBuilder("\"1\"");
    for (int i = 2; i <= 45; i++) {
      some.append(",\"").append(i).append('"');
    }
    http.put(confirmation(id), jun, "{\"letters\":[" + some + "]}");
    Awaitility.await()
        .untilAsserted(
            () -> assertThat(http.get("/imports/" + id, jun).text("/state")).isEqualTo("done"));
    JsonNode done = http.get("/imports/" + id, jun).json();
    assertThat(done.at("/chosen").size()).isEqualTo(45);
    assertThat(done.at("/chosen/44/letterId").isNull()).isFalse();
    assertThat(done.at("/letters/0/letterId").isNull()).isTrue();
    String letterId = done.at("/chosen/0/letterId").asString();
    assertThat(http.get("/letters/" + letterId + "/draft", jun).text("/byline"))
        .isEqualTo("Ines Marques");
    assertThat(http.get("/letters/" + letterId, null).status()).isEqualTo(404);
    assertThat(http.get("/letters/" + letterId + "/draft", jun).json().at("/was").isNull())
        .isTrue();

    String secret = done.at("/chosen/1/letterId").asString();
    assertThat(http.get("/letters/" + secret + "/draft", jun).text("/was")).isEqualTo("private");
    assertThat(listed(http, secret).at("/was").asString()).isEqualTo("private");
    assertThat(listed(http, letterId).at("/was").isNull()).isTrue();
    http.put("/letters/" + secret + "/publication", jun, "{\"version\":1}");
    assertThat(http.get("/letters/" + secret + "/draft", jun).json().at("/was").isNull()).isTrue();
    assertThat(listed(http, secret).at("/was").isNull()).isTrue();
  }

  private JsonNode listed(TestHttp http, String letterId) {
    for (JsonNode letter : http.get("/letters/mine", jun).json().at("/letters")) {
      if (letter.at("/id").asString().equals(letterId)) {
        return letter;
      }
    }
    throw new AssertionError("not listed: " + letterId);
  }

  @Test
  void anImportOnItsWayCanBeTakenBack(TestHttp http) throws IOException {
    Neighbours.wireMock()
        .stubFor(any(urlMatching("/comments-service/internal/.*")).willReturn(serverError()));
    String id = send(http, twin()).text("/id");
    http.put(confirmation(id), jun, "{}");
    assertThat(http.get("/imports/" + id, jun).text("/state")).isEqualTo("bringing-in");
    assertThat(http.get("/letters/mine", jun).json().at("/letters").size()).isEqualTo(2);

    assertThat(http.delete(seen(http, id), jun).status()).isEqualTo(204);

    assertThat(http.get("/imports/" + id, jun).status()).isEqualTo(404);
    assertThat(http.get("/letters/mine", jun).json().at("/letters").size()).isZero();
  }

  @Test
  void aFileSentAsAnythingElseIsRefused(TestHttp http) {
    assertThat(http.post("/imports?file=a.xml", jun, "{}").status()).isEqualTo(415);
  }

  // What one test did to a neighbour must not be felt in the next one.
  private void closeBreakers() {
    breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
  }

  private TestHttp.Answer send(TestHttp http, BodyPublisher body) {
    return http.send(
        http.request("/imports?file=..%2Fexport%2Ftwin.xml", jun)
            .header("Content-Type", "application/octet-stream")
            .POST(body));
  }

  private String seen(TestHttp http, String id) {
    return "/imports/" + id + "?seen=" + http.get("/imports/" + id, jun).text("/seen");
  }

  private static String confirmation(String importId) {
    return "/imports/" + importId + "/confirmation";
  }

  // The news of a letter and the batches of its responses, in the order in which they were told.
  private static List<JsonNode> heard(String letterId) {
    List<LoggedRequest> calls =
        new ArrayList<>(
            Neighbours.wireMock()
                .findAll(putRequestedFor(urlPathMatching("/comments-service/internal/letters.*"))));
    calls.sort(java.util.Comparator.comparing(LoggedRequest::getLoggedDate));
    List<JsonNode> heard = new ArrayList<>();
    for (LoggedRequest call : calls) {
      JsonNode body = JSON.readTree(call.getBodyAsString());
      if (call.getUrl().endsWith("/internal/letters/" + letterId + "/imports")) {
        heard.add(body);
      }
      body.valueStream()
          .filter(news -> news.path("letterId").asString("").equals(letterId))
          .forEach(heard::add);
    }
    return heard;
  }

  private static void moderation(ResponseDefinitionBuilder answer) {
    Neighbours.wireMock().stubFor(post(urlEqualTo(SCREENING)).willReturn(answer));
  }

  private static BodyPublisher twin() throws IOException {
    return BodyPublishers.ofFile(twinPath());
  }

  private static Path twinPath() {
    return Path.of("src/test/resources/org/openletter/posts/importing/twin.wxr.xml");
  }

  private static String verdicts() {
    StringBuilder verdicts = new StringBuilder();
    for (int i = 1; i <= 24; i++) {
      verdicts.append(
          "%s\"%d\":{\"decision\":\"%s\",\"version\":\"1.0\",\"scores\":{},\"reasons\":[],\"masked\":%s}"
              .formatted(
                  i == 1 ? "" : ",",
                  i,
                  i <= 16 ? "publish" : "hold",
                  i == 24 ? "\"please call me [covered]\"" : "null"));
    }
    return """
    {"version":"1.0","verdicts":{%s},"clusters":[
     {"kind":{"code":"advertising","parameters":{"about":"pharmacy","links":true}},"ids":["17","18"],
      "bond":{"code":"same-text","parameters":{"times":2}},
      "reasons":[{"code":"advertising","parameters":{}}]},
     {"kind":{"code":"random-letters","parameters":{"name":false}},"ids":["19","20","21","22"],
      "bond":{"code":"accounts","parameters":{"names":4}},"reasons":[]},
     {"kind":{"code":"off-topic","parameters":{"about":"work"}},"ids":["23","24"],
      "bond":{"code":"same-text","parameters":{"times":2}},"reasons":[]}]}\
    """
        .formatted(verdicts);
  }

  private Set<Path> temporaryFiles() throws IOException {
    try (Stream<Path> temporary = Files.list(Path.of(System.getProperty("java.io.tmpdir")));
        Stream<Path> uploaded = Files.list(uploads.path())) {
      return Stream.concat(temporary, uploaded)
          .filter(file -> file.getFileName().toString().startsWith("import-"))
          .collect(java.util.stream.Collectors.toSet());
    }
  }

  /// An export that never ends, made while it is sent.
  private static final class EndlessExport extends InputStream {

    private final byte[] text =
        "<item><title>again</title></item>\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    private long left;

    private EndlessExport(long bytes) {
      this.left = bytes;
    }

    @Override
    public int read() {
      return left-- > 0 ? text[(int) (left % text.length)] : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      if (left <= 0) {
        return -1;
      }
      int n = (int) Math.min(length, left);
      for (int i = 0; i < n; i++) {
        into[from + i] = text[i % text.length];
      }
      left -= n;
      return n;
    }
  }
}
