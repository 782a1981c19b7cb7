package org.openletter.gateway.studio.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openletter.gateway.door.error.OutcomeForTests.notDone;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openletter.gateway.door.error.Outcome;
import org.openletter.gateway.neighbour.posts.FakeDrafts;
import org.openletter.platform.problem.FieldProblem;

class PublishLetterTest {

  @Test
  void leadsToTheLetter() {
    assertThat(publish(new FakeDrafts()))
        .isEqualTo(new Outcome.Done<>("/letters/" + FakeDrafts.ID + "/the-stairs"));
  }

  @Test
  void doesNotPublishWordsSheHasNotSeen() {
    var changed = notDone(publish(FakeDrafts.refusing(409, "letter-changed", Map.of())));

    assertThat(changed.is("letter-changed")).isTrue();
    assertThat(changed.status()).isEqualTo(409);
    assertThat(changed.sentence()).startsWith("Not published: the draft was changed");
  }

  @Test
  void namesWhatIsMissing() {
    var fields =
        Map.<String, Object>of(
            "fields", List.of(Map.of("field", "title", "sentence", "Give it a title.")));

    assertThat(notDone(publish(FakeDrafts.refusing(422, "invalid-fields", fields))).fields())
        .containsExactly(new FieldProblem("title", "Give it a title."));
  }

  @Test
  void keepsTheSentenceOfARefusal() {
    var refused = notDone(publish(FakeDrafts.refusing(429, "enough-for-today", Map.of())));

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.sentence()).isEqualTo("No.");
  }

  @Test
  void saysThatNothingBecamePublicWhenNobodyAnswers() {
    assertThat(notDone(publish(FakeDrafts.down())).sentence())
        .startsWith("It is not known whether this was published: the part that keeps letters");
  }

  private static Outcome<String> publish(FakeDrafts letters) {
    return new PublishLetter(letters).publish(FakeDrafts.ID, 7);
  }
}
