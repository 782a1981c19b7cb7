package org.openletter.comments.rescreening;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openletter.comments.OnStage;
import org.openletter.comments.schedule.WorkSettings;
import org.openletter.comments.screening.ScreenText;
import org.openletter.comments.storage.PendingComments;
import org.openletter.platform.status.Backlog;
import org.openletter.platform.test.Neighbours;
import org.openletter.platform.test.TestHttp;
import org.springframework.beans.factory.annotation.Autowired;

class OutageServiceTest extends OnStage {

  @Autowired private List<Backlog> backlogs;

  @Autowired private PendingComments pending;

  @Autowired private ScreenAgain screenAgain;

  @Autowired private ScreenText screenText;

  @Autowired private WorkSettings work;

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of("late", okJson("{}").withFixedDelay(3000)),
        Arguments.of(
            "dripping", okJson("{\"decision\":\"publish\"}").withChunkedDribbleDelay(10, 6000)),
        Arguments.of("500", aResponse().withStatus(500)),
        Arguments.of("503", aResponse().withStatus(503).withHeader("Retry-After", "5")),
        Arguments.of("not JSON", okJson("<html>busy</html>")),
        Arguments.of("cut off", okJson("{\"decision\":\"publ")),
        Arguments.of("empty", aResponse().withStatus(200)),
        Arguments.of("no verdict in it", okJson("{}")),
        Arguments.of("an unknown decision", okJson("{\"decision\":\"maybe\",\"version\":\"1\"}")),
        Arguments.of("no version", okJson("{\"decision\":\"publish\"}")),
        Arguments.of("another type", okJson("[]")),
        Arguments.of("reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
        Arguments.of("nothing", aResponse().withFault(Fault.EMPTY_RESPONSE)),
        Arguments.of("garbage", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
        Arguments.of("bad chunk", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("failures")
  void keepsAResponseTellsItsWriterAndScreensItLater(
      String name, ResponseDefinitionBuilder failure) {
    String letter = openLetter();
    screeningAnswers(failure);

    TestHttp.Answer posted = respond(letter, marit, "Kept whatever happens.");

    assertThat(posted.status()).isEqualTo(202);
    assertThat(posted.text("/waiting/reason")).isEqualTo("screening-pending");
    until("she is told", () -> noticeKinds(marit).equals(List.of("response-held")));
    assertThat(list(letter, null).body()).doesNotContain("Kept whatever");
    assertThat(list(letter, marit).body()).contains("Kept whatever");

    everybodyAnswers();

    until("it is public", () -> list(letter, null).body().contains("Kept whatever"));
    until("she is told", () -> noticeKinds(marit).contains("response-published"));
    assertThat(statementsAbout(posted.text("/id"))).contains("restriction held");
    until(
        "the statement is closed",
        () -> statementsAbout(posted.text("/id")).contains("lifted held"));
  }

  @Test
  void holdsAlsoTheCreatorsOwn() {
    String letter = publishedLetter();
    screeningAnswers(aResponse().withStatus(503));

    assertThat(respond(letter, rosa, "Mine waits too.").status()).isEqualTo(202);
  }

  @Test
  void drainsManyAndShowsOnlyWhatPasses() {
    String letter = openLetter();
    screeningAnswers(aResponse().withStatus(503));
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      people.add(person("p" + i));
      assertThat(respond(letter, people.get(i), "Number " + i).status()).isEqualTo(202);
    }
    Backlog backlog =
        backlogs.stream().filter(b -> b.name().contains("checked")).findFirst().orElseThrow();
    assertThat(backlog.waiting()).isGreaterThanOrEqualTo(60);
    assertThat(backlog.oldest()).isPresent();
    assertThat(list(letter, null).json().at("/count").asInt()).isZero();

    everybodyAnswers();

    until("all are public", () -> list(letter, null).json().at("/count").asInt() == 60);
    assertThat(backlog.waiting()).isZero();
  }

  @Test
  void holdsForAnotherReasonWhenTheScreeningSaysSo() {
    String letter = openLetter();
    screeningAnswers(aResponse().withStatus(503));
    String id = respond(letter, marit, "Buy my tablets.").text("/id");

    screeningSays(holds("advertising"));

    until(
        "it is held as junk",
        () -> open(letter, id, marit).text("/comment/waiting/reason").equals("junk"));
    until("she is told twice", () -> noticeKinds(marit).size() == 2);
    assertThat(noticeKinds(marit)).containsOnly("response-held");
    until("the creator is told", () -> noticeKinds(rosa).equals(List.of("waiting")));
    assertThat(list(letter, null).body()).doesNotContain("tablets");
  }

  @Test
  void waitsForAScreeningThatIsOnlySlow() {
    String letter = openLetter();
    screeningAnswers(okJson("{\"decision\":\"publish\",\"version\":\"1.0\"}").withFixedDelay(1000));

    assertThat(respond(letter, marit, "Worth waiting for.").status()).isEqualTo(201);
  }

  @Test
  void asksAgainAboutATextThatTheScreeningRefusesWithoutHoldingUpOthers() {
    String letter = openLetter();
    screeningAnswers(aResponse().withStatus(503));
    String refused = respond(letter, marit, "Unreadable for machines.").text("/id");
    respond(letter, person("ines"), "Readable.");

    // Before the others are answered: what waits is screened in the background meanwhile.
    StubMapping unreadable = screeningRefuses("Unreadable for machines.");
    everybodyAnswers();

    until("the other one is public", () -> list(letter, null).body().contains("Readable."));
    assertThat(open(letter, refused, marit).text("/comment/waiting/reason"))
        .isEqualTo("screening-pending");
    Neighbours.wireMock().removeStub(unreadable);
    clock.move(Duration.ofSeconds(31));
    until("it is public too", () -> list(letter, null).body().contains("Unreadable"));
  }

  @Test
  void screensAgainWhatWasHeldUncheckedInOlderDocuments() {
    String letter = openLetter();
    String held = publicResponse(letter, marit, "Held for ever.");
    String changed = publicResponse(letter, person("ines"), "Old words.");
    MongoCollection<Document> stored = database.getCollection("comments");
    stored.updateOne(
        Filters.eq("_id", held),
        Updates.combine(
            Updates.set("state", "held"),
            Updates.set("heldFor", "unchecked"),
            Updates.set("shown", false)));
    Document change =
        new Document("text", "New words.")
            .append("html", "<p>New words.</p>")
            .append("renderer", "1")
            .append("heldFor", "unchecked")
            .append("verdict", null)
            .append("at", Date.from(clock.instant()));
    stored.updateOne(
        Filters.eq("_id", changed),
        Updates.combine(Updates.set("change", change), Updates.set("editWaits", true)));

    new DrainUnscreened(pending, screenAgain, screenText, work, clock).drainOnce();

    until("it is public", () -> list(letter, null).body().contains("Held for ever."));
    until("its change is public", () -> list(letter, null).body().contains("New words."));
  }

  @Test
  void showsNothingByHandThatWasNotScreened() {
    String letter = openLetter();
    screeningAnswers(aResponse().withStatus(503));
    String id = respond(letter, marit, "Not checked.").text("/id");

    TestHttp.Answer refused = decide(letter, id, rosa, "{\"act\":\"publish\"}");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("not-checked-yet");
  }
}
