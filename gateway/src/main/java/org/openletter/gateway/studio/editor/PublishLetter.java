package org.openletter.gateway.studio.editor;

import java.util.List;
import org.openletter.gateway.door.error.Away;
import org.openletter.gateway.look.page.LetterAddress;
import org.openletter.platform.call.CallRefused;
import org.openletter.platform.call.NoAnswer;
import org.openletter.platform.problem.FieldProblem;
import org.springframework.stereotype.Component;

/// A creator publishes the words that she has just looked at.
@Component
class PublishLetter {

  private final LettersClient letters;

  PublishLetter(LettersClient letters) {
    this.letters = letters;
  }

  /// What came of it. In every case but `Published` readers see what they saw before.
  sealed interface Result {

    /// It is public at this address.
    record Published(String address) implements Result {}

    /// Other words were kept since she looked.
    record Changed() implements Result {}

    /// Something is missing, or cannot be so.
    record Invalid(List<FieldProblem> fields) implements Result {}

    /// Not now, or not by her.
    record Refused(int status, String sentence) implements Result {}
  }

  /// Publishes.
  ///
  /// @param version the one she looked at
  Result publish(String id, int version) {
    try {
      var published = letters.publish(id, new LettersClient.Version(version));
      String slug = published.slug();
      return new Result.Published(LetterAddress.of(id, slug == null ? "" : slug));
    } catch (CallRefused refused) {
      if (refused.type().equals("letter-changed")) {
        return new Result.Changed();
      }
      return refused.fields().isEmpty()
          ? new Result.Refused(refused.status(), refused.detail())
          : new Result.Invalid(refused.fields());
    } catch (NoAnswer noAnswer) {
      return new Result.Refused(
          503, Away.unsure(noAnswer, "published", "Your words are kept in either case."));
    }
  }
}
