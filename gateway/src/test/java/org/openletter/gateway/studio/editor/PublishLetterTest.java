package org.openletter.gateway.studio.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openletter.platform.problem.FieldProblem;

class PublishLetterTest {

  @Test
  void leadsToTheLetter() {
    assertThat(publish(new FakeLetters()))
        .isEqualTo(
            new PublishLetter.Result.Published("/letters/" + FakeLetters.ID + "/the-stairs"));
  }

  @Test
  void doesNotPublishWordsSheHasNotSeen() {
    assertThat(publish(FakeLetters.refusing(409, "letter-changed", Map.of())))
        .isEqualTo(new PublishLetter.Result.Changed());
  }

  @Test
  void namesWhatIsMissing() {
    var fields =
        Map.<String, Object>of(
            "fields", List.of(Map.of("field", "title", "sentence", "Give it a title.")));

    assertThat(publish(FakeLetters.refusing(422, "invalid-fields", fields)))
        .isEqualTo(
            new PublishLetter.Result.Invalid(
                List.of(new FieldProblem("title", "Give it a title."))));
  }

  @Test
  void keepsTheSentenceOfARefusal() {
    assertThat(publish(FakeLetters.refusing(429, "enough-for-today", Map.of())))
        .isEqualTo(new PublishLetter.Result.Refused(429, "No."));
  }

  @Test
  void saysThatNothingBecamePublicWhenNobodyAnswers() {
    assertThat(publish(FakeLetters.down()))
        .isInstanceOfSatisfying(
            PublishLetter.Result.Refused.class,
            refused ->
                assertThat(refused.sentence())
                    .startsWith(
                        "It is not known whether this was published: the part that keeps letters"));
  }

  private static PublishLetter.Result publish(FakeLetters letters) {
    return new PublishLetter(letters).publish(FakeLetters.ID, 7);
  }
}
