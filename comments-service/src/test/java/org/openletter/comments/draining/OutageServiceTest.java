package org.openletter.comments.draining;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openletter.comments.OnStage;
import org.openletter.platform.status.Backlog;
import org.openletter.platform.test.TestHttp;
import org.springframework.beans.factory.annotation.Autowired;

class OutageServiceTest extends OnStage {

  @Autowired private List<Backlog> backlogs;

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of("late", okJson("{}").withFixedDelay(1000)),
        Arguments.of(
            "dripping", okJson("{\"decision\":\"publish\"}").withChunkedDribbleDelay(10, 2000)),
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
  void givesATextThatTheScreeningRefusesToTheCreator() {
    String letter = openLetter();
    screeningAnswers(
        aResponse()
            .withStatus(422)
            .withHeader("Content-Type", "application/problem+json")
            .withBody("{\"type\":\"/problems/invalid-fields\",\"detail\":\"x\"}"));

    TestHttp.Answer posted = respond(letter, marit, "Unreadable for machines.");

    assertThat(posted.status()).isEqualTo(202);
    assertThat(posted.text("/waiting/reason")).isEqualTo("unchecked");
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
