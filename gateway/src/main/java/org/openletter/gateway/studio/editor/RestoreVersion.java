package org.openletter.gateway.studio.editor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.call.CallRefused;
import org.openletter.platform.call.NoAnswer;
import org.openletter.platform.problem.FieldProblem;
import org.springframework.stereotype.Component;

/// A creator makes an earlier text of her letter the newest one again.
@Component
class RestoreVersion {

  private final LettersClient letters;

  RestoreVersion(LettersClient letters) {
    this.letters = letters;
  }

  /// What came of it. In every case but `Restored` the newest text is what it was.
  sealed interface Result {

    record Restored() implements Result {}

    /// The letter was written on since she looked, or it cannot be done now or not by her.
    record Refused(int status, @Nullable String sentence, List<FieldProblem> fields)
        implements Result {}
  }

  /// Restores it.
  ///
  /// @param version the newest one, as she saw it
  Result restore(String id, int number, int version) {
    try {
      letters.restore(id, number, new LettersClient.Version(version));
      return new Result.Restored();
    } catch (CallRefused refused) {
      if (refused.type().equals("letter-changed")) {
        return new Result.Refused(
            refused.status(),
            "Not restored: the letter was changed in another window since you looked. Below is what"
                + " differs from its newest words now. Restore again if that is what you want.",
            List.of());
      }
      return new Result.Refused(
          refused.status(), refused.fields().isEmpty() ? refused.detail() : null, refused.fields());
    } catch (NoAnswer noAnswer) {
      return new Result.Refused(
          503,
          "Not restored: the service that keeps letters does not answer. Nothing was changed."
              + " Try again in a minute.",
          List.of());
    }
  }
}
