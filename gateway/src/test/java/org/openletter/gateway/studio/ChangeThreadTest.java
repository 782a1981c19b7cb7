package org.openletter.gateway.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openletter.gateway.door.error.OutcomeForTests.done;
import static org.openletter.gateway.door.error.OutcomeForTests.notDone;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openletter.gateway.look.page.PagesForTests;
import org.openletter.gateway.neighbour.comments.FakeThreads;
import org.openletter.gateway.neighbour.comments.ThreadsClient;
import org.openletter.platform.problem.CallRefused;
import org.openletter.platform.problem.FieldProblem;

class ChangeThreadTest {

  private static final String ID = "letter000001";

  private final FakeThreads comments = new FakeThreads();
  private final ChangeThread changeThread = new ChangeThread(comments, PagesForTests.site());

  @Test
  void sendsTheLastDayAsTheInstantAfterIt() {
    var result = changeThread.change(ID, form("2027-05-01", " Be kind. \r\n\r\nNo names."));

    assertThat(done(result)).isEqualTo(new ChangeThread.Result.Changed());
    assertThat(comments.changed)
        .contains(
            new ThreadsClient.Settings(
                "hold-all",
                Instant.parse("2027-05-02T00:00:00Z"),
                List.of("Be kind.", "No names."),
                3));
  }

  @Test
  void showsTheSameDayAgain() {
    var thread =
        new ThreadsClient.Settings("open", Instant.parse("2027-05-02T00:00:00Z"), List.of(), 4);

    var form = ThreadForm.of(thread, PagesForTests.site().timeZone());

    assertThat(form).isEqualTo(new ThreadForm("open", "2027-05-01", "", "4"));
  }

  @Test
  void changesNothingWithoutKnowingWhatWasSeen() {
    assertThat(done(changeThread.change(ID, ThreadForm.of(Map.of("mode", "open")))))
        .isEqualTo(new ChangeThread.Result.Newer());
    assertThat(comments.changed).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"soon", "+999999999-12-31", "999999999-12-31", "9999-99-99", "-999999999-01-01"})
  void asksForADayThatIsOne(String day) {
    var result = changeThread.change(ID, form(day, ""));

    assertThat(notDone(result).error("closesOn")).isNotNull();
    assertThat(comments.changed).isEmpty();
  }

  @Test
  void namesTheFieldOfTheFormThatIsWrong() {
    refuse(
        422,
        "invalid-fields",
        Map.of("fields", List.of(Map.of("field", "closesAt", "sentence", "Too far away."))));

    assertThat(notDone(changeThread.change(ID, form("2099-05-01", ""))).fields())
        .containsExactly(new FieldProblem("closesOn", "Too far away."));
  }

  @Test
  void tellsOfAnotherWindow() {
    refuse(409, "thread-changed", Map.of());

    assertThat(done(changeThread.change(ID, form("", ""))))
        .isEqualTo(new ChangeThread.Result.Newer());
  }

  @Test
  void keepsTheSentenceOfARefusal() {
    refuse(404, "not-found", Map.of());

    var refused = notDone(changeThread.change(ID, form("", "")));

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.sentence()).isEqualTo("No.");
  }

  @Test
  void saysThatNothingWasChangedWhenNobodyAnswers() {
    comments.down = true;

    var silent = notDone(changeThread.change(ID, form("", "")));

    assertThat(silent.status()).isEqualTo(503);
    assertThat(silent.sentence())
        .startsWith("It is not known whether this was changed: the part that keeps responses");
  }

  private void refuse(int status, String type, Map<String, Object> properties) {
    comments.change =
        _ -> {
          throw new CallRefused(status, type, "No.", null, properties);
        };
  }

  private static ThreadForm form(String closesOn, String rules) {
    return ThreadForm.of(
        Map.of("mode", "hold-all", "closesOn", closesOn, "rules", rules, "version", "3"));
  }
}
