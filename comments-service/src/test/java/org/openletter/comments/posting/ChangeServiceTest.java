package org.openletter.comments.posting;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.openletter.comments.OnStage;
import org.openletter.platform.test.TestHttp;

class ChangeServiceTest extends OnStage {

  private static final String PUBLISH = "{\"act\":\"publish\"}";

  private Document stored(String id) {
    return Objects.requireNonNull(
        database.getCollection("comments").find(Filters.eq("_id", id)).first());
  }

  @Test
  void changesAResponseAndSaysThatItWasEdited() {
    String letter = openLetter();
    String id = publicResponse(letter, marit, "With a tipo.");

    TestHttp.Answer changed = edit(letter, id, marit, "With a typo.");

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.text("/editedAt")).isNotEmpty();
    assertThat(list(letter, null).body()).contains("typo").doesNotContain("tipo");
    assertThat(screeningsOf("With a typo.")).isEqualTo(1);
  }

  @Test
  void keepsTheOldWordsPublicWhileTheNewOnesAreHeld() {
    String letter = openLetter();
    String id = publicResponse(letter, marit, "Old words.");
    screeningSays(holds("advertising"));

    TestHttp.Answer changed = edit(letter, id, marit, "Buy now.");

    assertThat(changed.status()).isEqualTo(202);
    assertThat(changed.text("/waiting/reason")).isEqualTo("junk");
    assertThat(changed.text("/text")).isEqualTo("Buy now.");
    assertThat(changed.text("/html")).contains("Old words.");
    assertThat(list(letter, null).body()).contains("Old words.").doesNotContain("Buy now.");
    until("a statement is filed", () -> statementsAbout(id).contains("restriction change-held"));
  }

  @Test
  void keepsTheOldWordsPublicWhileTheScreeningIsSilent() {
    String letter = openLetter();
    String id = publicResponse(letter, marit, "Old words.");
    screeningAnswers(aResponse().withStatus(503));
    assertThat(edit(letter, id, marit, "New words.").status()).isEqualTo(202);
    assertThat(list(letter, null).body()).contains("Old words.").doesNotContain("New words.");

    everybodyAnswers();

    until("the new words are public", () -> list(letter, null).body().contains("New words."));
    until("she is told", () -> noticeKinds(marit).contains("response-published"));
  }

  @Test
  void dropsAChangeThatGoesBackToTheOldWords() {
    String letter = openLetter();
    String id = publicResponse(letter, marit, "Old words.");
    screeningSays(holds("advertising"));
    edit(letter, id, marit, "Buy now.");

    TestHttp.Answer back = edit(letter, id, marit, "Old words.");

    assertThat(back.status()).isEqualTo(200);
    assertThat(back.json().at("/waiting").isNull()).isTrue();
    assertThat(back.json().at("/editedAt").isNull()).isTrue();
  }

  @Test
  void publishesAHeldResponseWhenItsNewWordsPass() {
    String letter = openLetter();
    screeningSays(holds("personal-data"));
    String id = respond(letter, marit, "Call me on 555 0100.").text("/id");
    everybodyAnswers();

    TestHttp.Answer changed = edit(letter, id, marit, "Write to me here.");

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.json().at("/editedAt").isNull()).isTrue();
    assertThat(list(letter, null).body()).contains("Write to me here.");
  }

  @Test
  void holdsAgainWhatIsChangedWhereAllIsReadFirst() {
    String letter = publishedLetter();
    settings(letter, "{\"mode\":\"hold-all\",\"rules\":[]}");
    String id = respond(letter, marit, "Nice words.").text("/id");
    decide(letter, id, rosa, PUBLISH);

    assertThat(edit(letter, id, marit, "Ugly words.").status()).isEqualTo(202);

    assertThat(list(letter, null).body()).contains("Nice words.").doesNotContain("Ugly words.");
  }

  @Test
  void closesTheWindowAfterAQuarterOfAnHour() {
    String letter = openLetter();
    String id = publicResponse(letter, marit, "Carved in stone.");
    clock.move(Duration.ofMinutes(15).plusSeconds(1));

    TestHttp.Answer refused = edit(letter, id, marit, "Too late.");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("edit-window-over");
    assertThat(open(letter, id, marit).json().at("/comment/editableUntil").isNull()).isTrue();
  }

  @Test
  void changesNothingThatWasRemovedOrWithdrawn() {
    String letter = openLetter();
    String removed = publicResponse(letter, marit, "Removed.");
    decide(letter, removed, rosa, "{\"act\":\"remove\",\"reason\":{\"code\":\"rule\"}}");
    String withdrawn = publicResponse(letter, marit, "Withdrawn.");
    withdraw(letter, withdrawn, marit);

    assertThat(edit(letter, removed, marit, "Back again.").problem()).isEqualTo("response-removed");
    assertThat(withdraw(letter, removed, marit).problem()).isEqualTo("response-removed");
    assertThat(edit(letter, withdrawn, marit, "Back again.").status()).isEqualTo(404);
  }

  @Test
  void takesAResponseBackAtOnceAndKeepsThePlaceOfItsReplies() {
    String letter = openLetter();
    String id = publicResponse(letter, marit, "I regret this.");
    reply(letter, person("ines"), id, "I do not.");

    assertThat(withdraw(letter, id, marit).status()).isEqualTo(204);
    assertThat(withdraw(letter, id, marit).status()).isEqualTo(204);

    TestHttp.Answer listed = list(letter, null);
    assertThat(listed.body()).doesNotContain("regret").doesNotContain("marit");
    assertThat(listed.text("/comments/0/tombstone/by")).isEqualTo("author");
    assertThat(listed.text("/comments/0/replies/0/html")).contains("I do not.");
    assertThat(http.get("/comments/mine", marit.token()).body()).doesNotContain("regret");
    assertThat(stored(id).getString("text")).isEqualTo("I regret this.");
    assertThat(decide(letter, id, rosa, PUBLISH).problem()).isEqualTo("withdrawn");

    clock.move(Duration.ofHours(24).plusSeconds(1));

    until("its words are gone", () -> stored(id).getString("text").isEmpty());
    assertThat(stored(id).toJson()).doesNotContain("regret");
  }

  @Test
  void withdrawsAlsoOnALetterThatIsGone() {
    String letter = openLetter();
    String id = publicResponse(letter, marit, "I regret this.");
    tell(letter, rosa, "withdrawn");

    assertThat(withdraw(letter, id, marit).status()).isEqualTo(204);
    assertThat(http.get("/comments/mine", marit.token()).body()).doesNotContain("regret");
  }

  @Test
  void showsTheNewerWordsToTheSecondOfTwoTabs() {
    String letter = openLetter();
    String id = publicResponse(letter, marit, "From home.");
    String seen = version(letter, id, marit);
    edit(letter, id, marit, "From the first tab.", seen);

    TestHttp.Answer second = edit(letter, id, marit, "From the second tab.", seen);

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.problem()).isEqualTo("response-changed");
    assertThat(second.text("/newer/text")).isEqualTo("From the first tab.");
    assertThat(edit(letter, id, marit, "From both.", second.text("/newer/version")).status())
        .isEqualTo(200);
    TestHttp.Answer withdrawal = withdraw(letter, id, marit, seen);
    assertThat(withdrawal.problem()).isEqualTo("response-changed");
    assertThat(withdrawal.text("/newer/text")).isEqualTo("From both.");
  }

  @Test
  void changesNothingWithoutTheVersionThatWasSeen() {
    String letter = openLetter();
    String id = publicResponse(letter, marit, "Seen.");
    String at = "/letters/" + letter + "/comments/" + id;

    assertThat(http.put(at, marit.token(), "{\"text\":\"Unseen.\"}").problem())
        .isEqualTo("invalid-fields");
    assertThat(http.delete(at, marit.token()).problem()).isEqualTo("invalid-fields");
    assertThat(list(letter, null).body()).contains("Seen.");
  }
}
