package org.openletter.gateway.studio.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openletter.gateway.door.error.OutcomeForTests.done;
import static org.openletter.gateway.door.error.OutcomeForTests.notDone;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openletter.gateway.door.error.Outcome;
import org.openletter.gateway.neighbour.posts.DraftsClient;
import org.openletter.gateway.neighbour.posts.FakeDrafts;
import org.openletter.platform.problem.FieldProblem;

class SaveDraftTest {

  private static final DraftForm FORM =
      DraftForm.of(
          Map.of(
              "title", " The stairs ",
              "body", "One.\r\n\r\nTwo.",
              "topics", "transport, , night work,transport",
              "version", "7",
              "key", "key-1"));

  @Test
  void beginsALetterWithItsKey() {
    var letters = new FakeDrafts();

    var result = new SaveDraft(letters).save(null, FORM);

    assertKept(result, 1);
    assertThat(letters.begun)
        .isEqualTo(
            new DraftsClient.NewLetter(
                "The stairs",
                "",
                "",
                "",
                List.of("transport", "night work"),
                "One.\n\nTwo.",
                "",
                "key-1"));
  }

  @Test
  void keepsWordsOnTopOfTheVersionTheyWereWrittenOn() {
    var letters = new FakeDrafts();

    var result = new SaveDraft(letters).save(FakeDrafts.ID, FORM);

    assertKept(result, 8);
    assertThat(letters.saved).isNotNull();
    assertThat(letters.saved.version()).isEqualTo(7);
  }

  @Test
  void bringsTheNewerWordsOfAnotherWindow() {
    var newer =
        Map.<String, Object>of(
            "newer",
            Map.of("version", 8, "savedAt", "2026-11-14T08:00:00Z", "title", "T", "body", "B"));

    assertThat(done(save(FakeDrafts.refusing(409, "letter-changed", newer))))
        .isInstanceOfSatisfying(
            SaveDraft.Result.Changed.class,
            changed -> {
              assertThat(changed.newer().version()).isEqualTo(8);
              assertThat(changed.newer().savedAt()).isEqualTo(FakeDrafts.AT);
              assertThat(changed.newer().words().title()).isEqualTo("T");
            });
  }

  @Test
  void bearsNewerWordsThatCannotBeRead() {
    var newer = Map.<String, Object>of("newer", Map.of("version", "x", "savedAt", "then"));

    assertThat(done(save(FakeDrafts.refusing(409, "letter-changed", newer))))
        .isInstanceOfSatisfying(
            SaveDraft.Result.Changed.class,
            changed -> {
              assertThat(changed.newer().version()).isZero();
              assertThat(changed.newer().savedAt()).isNull();
            });
  }

  @Test
  void tellsOfALetterThatWasBegunFromTheSameForm() {
    assertThat(notDone(save(FakeDrafts.refusing(409, "other-text-same-key", Map.of()))).type())
        .isEqualTo(SaveDraft.BEGUN_BEFORE);
  }

  @Test
  void namesTheFieldsThatAreWrong() {
    var fields =
        Map.<String, Object>of(
            "fields", List.of(Map.of("field", "title", "sentence", "Too long.")));

    assertThat(notDone(save(FakeDrafts.refusing(422, "invalid-fields", fields))).fields())
        .containsExactly(new FieldProblem("title", "Too long."));
  }

  @Test
  void keepsTheSentenceOfAnyOtherRefusal() {
    var refused = notDone(save(FakeDrafts.refusing(409, "letter-withdrawn", Map.of())));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.sentence()).isEqualTo("No.");
  }

  @Test
  void saysThatTheWordsAreKeptWhenSheIsSignedOutOrNobodyAnswers() {
    assertThat(notDone(save(FakeDrafts.refusing(401, "x", Map.of()))).sentence())
        .startsWith("Not saved: you are signed out.")
        .contains("Your words are kept");
    assertThat(notDone(save(FakeDrafts.down())).sentence())
        .startsWith("It is not known whether this was saved: the part that keeps letters")
        .contains("Your words are kept");
  }

  private static void assertKept(Outcome<SaveDraft.Result> result, int version) {
    var letter = ((SaveDraft.Result.Saved) done(result)).letter();
    assertThat(letter.id()).isEqualTo(FakeDrafts.ID);
    assertThat(letter.version()).isEqualTo(version);
    assertThat(letter.savedAt()).isEqualTo(FakeDrafts.AT);
  }

  private static Outcome<SaveDraft.Result> save(FakeDrafts letters) {
    return new SaveDraft(letters).save(FakeDrafts.ID, FORM);
  }
}
