package org.openletter.comments.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openletter.comments.OnStage;
import org.openletter.platform.test.TestHttp;
import tools.jackson.databind.JsonNode;

class QueueServiceTest extends OnStage {

  private static final String PUBLISH = "{\"act\":\"publish\"}";
  private static final String SPAM = "{\"act\":\"spam\"}";
  private static final String REMOVE =
      "{\"act\":\"remove\",\"reason\":{\"code\":\"off-topic\",\"text\":\"Ask in the forum.\"}}";

  private String held(String letter, Person who, String text) {
    screeningSays(holds("advertising"));
    String id = respond(letter, who, text).text("/id");
    everybodyAnswers();
    return id;
  }

  private TestHttp.Answer queue(String query) {
    return http.get("/queue" + query, rosa.token());
  }

  @Test
  void showsWhatWaitsWithItsReasons() {
    String letter = openLetter();
    String id = held(letter, marit, "Buy my tablets, call 555 0100.");

    JsonNode queue = queue("").json();

    assertThat(queue.at("/waiting").asInt()).isEqualTo(1);
    JsonNode item = queue.at("/items/0");
    assertThat(item.at("/comment/id").asString()).isEqualTo(id);
    assertThat(item.at("/comment/text").asString()).contains("tablets");
    assertThat(item.at("/comment/waiting/reason").asString()).isEqualTo("junk");
    assertThat(item.at("/letter/title").asString()).isEqualTo("The last tram");
    assertThat(item.at("/firstHere").asBoolean()).isTrue();
    assertThat(item.at("/reasons/0/code").asString()).isEqualTo("advertising");
    assertThat(item.at("/reasons/0/spans/0/end").asInt()).isEqualTo(3);
    assertThat(item.at("/checkedBy").asString()).isEqualTo("screening 1.0");
    assertThat(item.at("/masked").asString()).isEqualTo("covered");
    assertThat(http.get("/queue/count", rosa.token()).json().at("/waiting").asInt()).isEqualTo(1);
    assertThat(http.get("/queue", marit.token()).json().at("/items").size()).isZero();
    assertThat(list(letter, rosa).json().at("/waiting").asInt()).isEqualTo(1);
  }

  @Test
  void goesOnFromACursorOldestFirstAndKeepsToOneLetter() {
    String letter = openLetter();
    String other = openLetter();
    for (int i = 0; i < 25; i++) {
      held(i % 5 == 0 ? other : letter, person("p" + i), "Offer " + i);
    }

    JsonNode first = queue("").json();
    JsonNode second = queue("?after=" + first.at("/next").asString()).json();

    assertThat(first.at("/waiting").asInt()).isEqualTo(25);
    assertThat(first.at("/items").size()).isEqualTo(20);
    assertThat(first.at("/items/0/comment/text").asString()).isEqualTo("Offer 0");
    assertThat(second.at("/items").size()).isEqualTo(5);
    assertThat(second.at("/items/4/comment/text").asString()).isEqualTo("Offer 24");
    assertThat(second.at("/next").isNull()).isTrue();
    assertThat(queue("?letter=" + other).json().at("/items").size()).isEqualTo(5);
    assertThat(queue("?after=nonsense").status()).isEqualTo(400);
    assertThat(queue("?letter=nonsense").status()).isEqualTo(400);
  }

  @Test
  void tellsThatAResponseIsPublicWhenThatCannotBeTakenBackAndClosesItsStatement() {
    String letter = openLetter();
    String id = held(letter, marit, "Honest after all.");

    TestHttp.Answer decided = decide(letter, id, rosa, PUBLISH);

    assertThat(decided.status()).isEqualTo(200);
    assertThat(decided.text("/comment/state")).isEqualTo("published");
    assertThat(decided.text("/undoUntil")).isNotEmpty();
    until(
        "the statement is closed",
        () -> statementsAbout(id).equals(List.of("restriction held", "lifted held")));
    assertThat(noticeKinds(marit)).containsExactly("response-held");
    clock.move(Duration.ofMinutes(10).plusSeconds(1));
    until("she is told", () -> noticeKinds(marit).contains("response-published"));
    until("the creator is told", () -> noticeKinds(rosa).contains("new-response"));
  }

  @Test
  void leavesNoTombstoneOfWhatNeverWasPublic() {
    String letter = openLetter();
    String id = held(letter, marit, "Cheap tablets.");

    TestHttp.Answer decided = decide(letter, id, rosa, SPAM);

    assertThat(decided.text("/comment/state")).isEqualTo("removed");
    assertThat(decided.text("/comment/tombstone/reason")).isEqualTo("junk");
    assertThat(decided.body()).doesNotContain("tablets");
    assertThat(list(letter, null).body()).doesNotContain(id);
    assertThat(open(letter, id, null).status()).isEqualTo(404);
  }

  @Test
  void leavesATombstoneWithTheReasonOfWhatWasPublic() {
    String letter = openLetter();
    String id = publicResponse(letter, marit, "Who wants to buy a car?");
    reply(letter, person("ines"), id, "Not me.");

    assertThat(decide(letter, id, rosa, REMOVE).status()).isEqualTo(200);

    JsonNode stone = list(letter, null).json().at("/comments/0");
    assertThat(stone.at("/state").asString()).isEqualTo("removed");
    assertThat(stone.at("/tombstone/by").asString()).isEqualTo("writer-of-letter");
    assertThat(stone.at("/tombstone/reason").asString()).isEqualTo("off-topic");
    assertThat(stone.at("/author").isNull()).isTrue();
    assertThat(stone.at("/replies/0/html").asString()).contains("Not me.");
    assertThat(list(letter, null).body()).doesNotContain("car?").doesNotContain("forum");
    assertThat(list(letter, null).json().at("/count").asInt()).isEqualTo(1);
    JsonNode mine = http.get("/comments/mine", marit.token()).json().at("/comments/0");
    assertThat(mine.at("/text").asString()).isEqualTo("Who wants to buy a car?");
    assertThat(mine.at("/decision/by").asString()).isEqualTo("writer-of-letter");
    assertThat(mine.at("/decision/reason").asString()).isEqualTo("off-topic");
    until("the statement is filed", () -> !ownWordsOfStatements(id).isEmpty());
    assertThat(ownWordsOfStatements(id)).containsExactly("Ask in the forum.");
  }

  @Test
  void tellsOfARemovalOnlyWhenItCannotBeUndoneAnyMore() {
    String letter = openLetter();
    String id = publicResponse(letter, marit, "Off topic.");

    decide(letter, id, rosa, REMOVE);

    until("the statement is filed", () -> statementsAbout(id).contains("restriction removed"));
    assertThat(noticeKinds(marit)).isEmpty();
    clock.move(Duration.ofMinutes(10).plusSeconds(1));
    until("she is told", () -> noticeKinds(marit).contains("response-removed"));
    JsonNode notice = noticesOf(marit).getFirst();
    assertThat(notice.at("/parameters/title").asString()).isEqualTo("The last tram");
    assertThat(notice.at("/parameters/reason").asString()).isEqualTo("off-topic");
    assertThat(notice.at("/parameters/words").asString()).isEqualTo("Ask in the forum.");
    assertThat(undo(letter, id, rosa).problem()).isEqualTo("undo-over");
  }

  @Test
  void undoesARemovalSoThatNobodyEverHearsOfIt() {
    String letter = openLetter();
    String first = publicResponse(letter, marit, "First.");
    publicResponse(letter, person("ines"), "Second.");
    String before = list(letter, null).body();
    decide(letter, first, rosa, REMOVE);

    TestHttp.Answer undone = undo(letter, first, rosa);

    assertThat(undone.status()).isEqualTo(200);
    assertThat(undone.text("/comment/state")).isEqualTo("published");
    assertThat(list(letter, null).body()).isEqualTo(before);
    until(
        "the statement is closed",
        () -> statementsAbout(first).equals(List.of("restriction removed", "lifted removed")));
    clock.move(Duration.ofMinutes(11));
    tell(letter, rosa, "published");
    // Another removal is told after the time in which this one would have been.
    Person tomek = person("tomek");
    decide(letter, publicResponse(letter, tomek, "Third."), rosa, REMOVE);
    clock.move(Duration.ofMinutes(11));
    until("the other one is told", () -> noticeKinds(tomek).contains("response-removed"));
    assertThat(noticeKinds(marit)).doesNotContain("response-removed");
  }

  @Test
  void undoesAPublicationAndHoldsItAgain() {
    String letter = openLetter();
    String id = held(letter, marit, "Cheap tablets.");
    decide(letter, id, rosa, PUBLISH);

    assertThat(undo(letter, id, rosa).text("/comment/state")).isEqualTo("held");

    assertThat(queue("").json().at("/items/0/comment/id").asString()).isEqualTo(id);
    assertThat(list(letter, null).body()).doesNotContain("tablets");
    until(
        "a new statement is filed",
        () ->
            statementsAbout(id)
                .equals(List.of("restriction held", "lifted held", "restriction held")));
    assertThat(undo(letter, id, rosa).problem()).isEqualTo("nothing-to-undo");
  }

  @Test
  void tellsOnceOfWhatWasTakenBackAndDoneAgain() {
    String letter = openLetter();
    String id = held(letter, marit, "Once told.");
    for (int i = 0; i < 4; i++) {
      assertThat(decide(letter, id, rosa, PUBLISH).status()).isEqualTo(200);
      assertThat(undo(letter, id, rosa).status()).isEqualTo(200);
    }
    decide(letter, id, rosa, PUBLISH);
    clock.move(Duration.ofMinutes(10).plusSeconds(1));

    until("she is told", () -> noticeKinds(marit).contains("response-published"));
    until("the creator is told", () -> noticeKinds(rosa).contains("new-response"));
    // Another publication is told of after everything that this one could have given.
    tell(letter, rosa, "published");
    Person tomek = person("tomek");
    String other = held(letter, tomek, "Another.");
    decide(letter, other, rosa, PUBLISH);
    clock.move(Duration.ofMinutes(10).plusSeconds(1));
    until("the other one is told", () -> noticeKinds(tomek).contains("response-published"));
    until(
        "the creator is told of both",
        () -> noticeKinds(rosa).stream().filter("new-response"::equals).count() > 1);
    assertThat(noticeKinds(marit)).containsExactly("response-held", "response-published");
    assertThat(noticeKinds(rosa).stream().filter("new-response"::equals)).hasSize(2);
  }

  @Test
  void answersWithTheNewerTextToADecisionAboutTheOlder() {
    String letter = openLetter();
    String id = held(letter, marit, "Cheap tablets.");
    String seen = queue("?letter=" + letter).text("/items/0/comment/version");
    screeningSays(holds("advertising"));
    edit(letter, id, marit, "I live at 12 Alder Close.");
    everybodyAnswers();

    for (String wish : List.of(PUBLISH, SPAM, REMOVE)) {
      TestHttp.Answer refused = decide(letter, id, rosa, wish, seen);
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.problem()).isEqualTo("response-changed");
      assertThat(refused.text("/newer/text")).isEqualTo("I live at 12 Alder Close.");
    }
    assertThat(list(letter, null).body()).doesNotContain("Alder");
    String newer = decide(letter, id, rosa, PUBLISH, seen).text("/newer/version");
    assertThat(decide(letter, id, rosa, SPAM, newer).status()).isEqualTo(200);
  }

  @Test
  void decidesNothingWithoutTheVersionThatWasSeen() {
    String letter = openLetter();
    String id = held(letter, marit, "Seen by nobody.");
    String at = "/letters/" + letter + "/comments/" + id + "/decision";

    assertThat(http.put(at, rosa.token(), PUBLISH).problem()).isEqualTo("invalid-fields");
    assertThat(decide(letter, id, rosa, PUBLISH, "x").problem()).isEqualTo("invalid-fields");
    decide(letter, id, rosa, PUBLISH);
    assertThat(http.delete(at, rosa.token()).problem()).isEqualTo("invalid-fields");
    assertThat(undo(letter, id, rosa, NOTHING_SEEN).problem()).isEqualTo("response-changed");
    assertThat(open(letter, id, null).json().at("/comment/version").isNull()).isTrue();
    assertThat(open(letter, id, person("ines")).json().at("/comment/version").isNull()).isTrue();
  }

  @Test
  void namesTheFirstDecisionToTheSecond() {
    String letter = openLetter();
    String id = held(letter, marit, "Twice decided.");
    decide(letter, id, rosa, PUBLISH);

    for (String wish : List.of(PUBLISH, SPAM)) {
      TestHttp.Answer second = decide(letter, id, rosa, wish);
      assertThat(second.status()).isEqualTo(409);
      assertThat(second.problem()).isEqualTo("decided-before");
      assertThat(second.text("/first/act")).isEqualTo("publish");
      assertThat(second.text("/state")).isEqualTo("published");
    }
    assertThat(decide(letter, id, rosa, REMOVE).status()).isEqualTo(200);
    assertThat(decide(letter, id, rosa, PUBLISH).text("/first/act")).isEqualTo("remove");
  }

  @Test
  void asksForAReasonToRemove() {
    String letter = openLetter();
    String id = held(letter, marit, "Removed without a word?");
    String wish = "{\"act\":\"remove\",\"reason\":{\"code\":\"%s\",\"text\":\"%s\"}}";

    for (String bad :
        List.of(
            "{}",
            "{\"act\":\"eat\"}",
            "{\"act\":\"remove\"}",
            wish.formatted("because", ""),
            wish.formatted("other", " "),
            wish.formatted("rule", "x".repeat(501)))) {
      assertThat(decide(letter, id, rosa, bad).problem()).isEqualTo("invalid-fields");
    }
    assertThat(decide(letter, id, rosa, wish.formatted("other", "It repeats itself.")).status())
        .isEqualTo(200);
  }

  @Test
  void letsACreatorAcceptOrRefuseAChange() {
    String letter = openLetter();
    String id = publicResponse(letter, marit, "Old words.");
    screeningSays(holds("advertising"));
    edit(letter, id, marit, "New words, cheap.");
    everybodyAnswers();

    JsonNode item = queue("").json().at("/items/0");
    assertThat(item.at("/change").asBoolean()).isTrue();
    assertThat(item.at("/comment/text").asString()).isEqualTo("New words, cheap.");
    assertThat(list(letter, null).body()).contains("Old words.").doesNotContain("cheap");

    assertThat(decide(letter, id, rosa, PUBLISH).status()).isEqualTo(200);
    assertThat(list(letter, null).body()).contains("New words, cheap.");
    assertThat(undo(letter, id, rosa).status()).isEqualTo(200);
    assertThat(list(letter, null).body()).contains("Old words.").doesNotContain("cheap");
    assertThat(decide(letter, id, rosa, SPAM).status()).isEqualTo(200);
    assertThat(list(letter, null).body()).doesNotContain("Old words.").doesNotContain("cheap");
  }

  @Test
  void decidesAlsoBeforeTheLetterIsPublished() {
    String letter = letter(rosa, "draft");
    bringIn(
        letter,
        eventId(),
        """
        {"source":"1","name":"pharm","text":"Cheap.","at":"2019-01-01T00:00:00Z",
         "verdict":%s}
        """
            .formatted(holds("advertising")));
    String id = queue("?letter=" + letter).text("/items/0/comment/id");

    assertThat(decide(letter, id, rosa, SPAM).status()).isEqualTo(200);
    assertThat(queue("?letter=" + letter).json().at("/items").size()).isZero();
  }
}
