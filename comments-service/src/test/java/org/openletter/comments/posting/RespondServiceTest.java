package org.openletter.comments.posting;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.openletter.comments.OnStage;
import org.openletter.platform.test.Neighbours;
import org.openletter.platform.test.TestHttp;
import tools.jackson.databind.JsonNode;

class RespondServiceTest extends OnStage {

  @Test
  void holdsAFirstResponseAndPublishesItWhenTheCreatorDecides() {
    String letter = publishedLetter();

    TestHttp.Answer posted = respond(letter, marit, "I ride it after dark.");

    assertThat(posted.status()).isEqualTo(202);
    assertThat(posted.text("/state")).isEqualTo("held");
    assertThat(posted.text("/waiting/reason")).isEqualTo("first-comment");
    String id = posted.text("/id");
    assertThat(posted.header("Location")).isEqualTo("/letters/" + letter + "/comments/" + id);
    assertThat(list(letter, null).body()).doesNotContain("after dark");

    assertThat(decide(letter, id, rosa, "{\"act\":\"publish\"}").status()).isEqualTo(200);

    TestHttp.Answer listed = list(letter, null);
    assertThat(listed.text("/comments/0/html")).isEqualTo("<p>I ride it after dark.</p>\n");
    assertThat(listed.json().at("/count").asInt()).isEqualTo(1);
    assertThat(respond(letter, marit, "And before dawn.").status()).isEqualTo(201);
  }

  @Test
  void answersWithWhatStandsAroundTheResponse() {
    String letter = publishedLetter();
    TestHttp.Answer held = respond(letter, marit, "I ride it after dark.");
    assertThat(held.json().at("/thread/count").asInt()).isZero();
    decide(letter, held.text("/id"), rosa, "{\"act\":\"publish\"}");

    JsonNode listed = list(letter, marit).json();
    TestHttp.Answer second = respond(letter, marit, "And before dawn.");

    assertThat(second.json().at("/thread/count").asInt()).isEqualTo(2);
    assertThat(second.json().at("/thread/rules")).isEqualTo(listed.at("/rules"));
    assertThat(second.text("/thread/title")).isEqualTo("The last tram");
    assertThat(second.text("/thread/writer")).isEqualTo("Rosa");
    assertThat(second.text("/html")).isEqualTo("<p>And before dawn.</p>\n");
  }

  @Test
  void tellsTheCreatorOfAResponseAndTheAnsweredOfAReply() {
    String letter = openLetter();
    Person ines = person("ines_b");
    String response = publicResponse(letter, marit, "Nobody asked us.");

    assertThat(reply(letter, ines, response, "Nor us.").status()).isEqualTo(201);

    until("both are told", () -> noticeKinds(marit).contains("reply"));
    until("the creator is told", () -> noticeKinds(rosa).size() == 2);
    assertThat(noticeKinds(rosa)).containsOnly("new-response");
    JsonNode reply = noticesOf(marit).getFirst().at("/parameters");
    assertThat(reply.at("/by").asString()).isEqualTo("ines_b");
    assertThat(reply.at("/title").asString()).isEqualTo("The last tram");
    assertThat(reply.at("/letter").asString()).isEqualTo(letter);
    assertThat(reply.at("/comment").asString()).isNotEmpty();
  }

  @Test
  void marksTheWriterOfTheLetterAndNeverHoldsHerForBeingNew() {
    String letter = publishedLetter();

    TestHttp.Answer posted = respond(letter, rosa, "Come and ride it with us.");

    assertThat(posted.status()).isEqualTo(201);
    assertThat(posted.json().at("/byWriter").asBoolean()).isTrue();
  }

  @Test
  void makesOneResponseOfEightFormsSentAtOnce() throws Exception {
    String letter = openLetter();
    String form = draft("Once is enough.", null, someId());
    List<Future<TestHttp.Answer>> answers = new ArrayList<>();
    try (ExecutorService hands = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 8; i++) {
        Callable<TestHttp.Answer> send = () -> send(letter, marit, form);
        answers.add(hands.submit(send));
      }
    }

    for (Future<TestHttp.Answer> answer : answers) {
      assertThat(answer.get().status()).isEqualTo(201);
      assertThat(answer.get().text("/id")).isEqualTo(answers.getFirst().get().text("/id"));
    }
    assertThat(list(letter, null).json().at("/count").asInt()).isEqualTo(1);
  }

  @Test
  void refusesOtherWordsWithTheSameKey() {
    String letter = openLetter();
    String key = someId();
    send(letter, marit, draft("These words.", null, key));

    TestHttp.Answer other = send(letter, marit, draft("Other words.", null, key));

    assertThat(other.status()).isEqualTo(409);
    assertThat(other.problem()).isEqualTo("other-text-same-key");
    assertThat(other.text("/first/text")).isEqualTo("These words.");
    assertThat(list(letter, null).body()).doesNotContain("Other words.");
  }

  @Test
  void acceptsSixAMinuteAndSaysHowLongToWait() {
    String letter = openLetter();
    for (int i = 0; i < 6; i++) {
      publicResponse(letter, marit, "Response " + i);
    }

    TestHttp.Answer seventh = respond(letter, marit, "One too many.");

    assertThat(seventh.status()).isEqualTo(429);
    assertThat(Integer.parseInt(seventh.header("Retry-After"))).isBetween(1, 60);
    assertThat(list(letter, null).json().at("/count").asInt()).isEqualTo(6);
    clock.move(Duration.ofSeconds(61));
    tell(letter, rosa, "published");
    assertThat(respond(letter, marit, "Now it may.").status()).isEqualTo(201);
  }

  @Test
  void refusesWhatIsBlankTooLongOrHasNoKey() {
    String letter = openLetter();

    assertThat(respond(letter, marit, "\\u200b \\u00a0").text("/fields/0/field")).isEqualTo("text");
    assertThat(respond(letter, marit, "x".repeat(8001)).status()).isEqualTo(422);
    assertThat(respond(letter, marit, "x".repeat(8000)).status()).isEqualTo(201);
    assertThat(send(letter, marit, "{\"text\":\"No key.\"}").text("/fields/0/field"))
        .isEqualTo("key");
    assertThat(send(letter, marit, "{\"text\":7,\"key\":\"k\"}").status()).isEqualTo(400);
    assertThat(send(letter, marit, "null").status()).isEqualTo(400);
  }

  @Test
  void hasNoThreadForALetterThatIsNotPublished() {
    String draft = letter(rosa, "draft");
    String withdrawn = letter(rosa, "withdrawn");

    assertThat(respond(draft, marit, "Hello.").status()).isEqualTo(404);
    assertThat(respond(withdrawn, marit, "Hello.").status()).isEqualTo(404);
    assertThat(respond("nonsense", marit, "Hello.").status()).isEqualTo(404);
    assertThat(list(draft, rosa).status()).isEqualTo(404);
    assertThat(list(withdrawn, null).status()).isEqualTo(404);
  }

  @Test
  void repliesOnlyToWhatIsPublicOnTheSameLetter() {
    String letter = openLetter();
    String other = openLetter();
    String elsewhere = publicResponse(other, marit, "On another letter.");
    screeningSays(holds("advertising"));
    String held = respond(letter, marit, "Buy now.").text("/id");
    everybodyAnswers();

    for (String parent : List.of(elsewhere, held, "01890000-0000-7000-8000-000000000000", "x")) {
      TestHttp.Answer refused = reply(letter, marit, parent, "A reply.");
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.text("/fields/0/field")).isEqualTo("parentId");
    }
  }

  @Test
  void asksPostsServiceForALetterItHasNotHeardOf() {
    String letter = someId();
    Neighbours.wireMock()
        .stubFor(
            get(urlEqualTo("/posts-service/internal/letters/" + letter))
                .willReturn(
                    okJson(
                        """
                        {"id":"%s","creatorId":"%s","creatorHandle":"rosa","creatorName":"Rosa",
                         "title":"Asked","slug":"asked","state":"published","publishedAt":null}
                        """
                            .formatted(letter, rosa.account()))));

    assertThat(respond(letter, rosa, "It is there.").status()).isEqualTo(201);
  }

  @Test
  void tellsAbsentFromUnknown() {
    String absent = someId();
    Neighbours.wireMock()
        .stubFor(
            get(urlEqualTo("/posts-service/internal/letters/" + absent))
                .willReturn(aResponse().withStatus(404)));
    assertThat(respond(absent, marit, "Hello.").status()).isEqualTo(404);
    assertThat(list(absent, null).status()).isEqualTo(404);

    postsAreDown();
    String unknown = someId();

    TestHttp.Answer refused = respond(unknown, marit, "Hello.");
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.header("Retry-After")).isNotEmpty();
    assertThat(refused.text("/detail")).contains("Your words are kept");
    assertThat(refused.text("/service")).isEqualTo("posts-service");
    assertThat(list(unknown, null).status()).isEqualTo(503);
  }

  @Test
  void acceptsResponsesForAMinuteWhilePostsServiceIsDown() {
    String letter = openLetter();
    postsAreDown();

    assertThat(respond(letter, marit, "Just verified.").status()).isEqualTo(201);
    clock.move(Duration.ofSeconds(61));

    assertThat(respond(letter, marit, "Not verified any more.").status()).isEqualTo(503);
    assertThat(list(letter, null).status()).isEqualTo(200);
  }

  @Test
  void saysWhenResponsesAreClosed() {
    String letter = openLetter();
    settings(letter, "{\"mode\":\"closed\",\"rules\":[]}");

    TestHttp.Answer refused = respond(letter, marit, "Too late.");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("letter-closed");
    assertThat(list(letter, marit).json().at("/canRespond/allowed").asBoolean()).isFalse();
  }

  @Test
  void closesOnTheDayTheCreatorChose() {
    String letter = publishedLetter();
    settings(
        letter,
        "{\"mode\":\"open\",\"rules\":[],\"closesAt\":\"%s\"}"
            .formatted(clock.instant().plus(Duration.ofMinutes(30))));
    assertThat(respond(letter, marit, "In time.").status()).isEqualTo(201);

    clock.move(Duration.ofMinutes(31));
    tell(letter, rosa, "published");

    assertThat(respond(letter, marit, "Too late.").problem()).isEqualTo("letter-closed");
  }

  @Test
  void keepsMarkupOutAndLinksHarmless() {
    String letter = openLetter();

    String html =
        respond(letter, marit, "<script>x</script> [link](https://a.example) **b** # no")
            .text("/html");

    assertThat(html)
        .doesNotContain("<script")
        .contains("rel=\"nofollow ugc noopener noreferrer\"")
        .contains("<strong>b</strong>");
  }
}
