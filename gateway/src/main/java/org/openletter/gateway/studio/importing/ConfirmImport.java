package org.openletter.gateway.studio.importing;

import java.util.List;
import org.openletter.gateway.door.error.Away;
import org.openletter.platform.call.CallRefused;
import org.openletter.platform.call.NoAnswer;
import org.springframework.stereotype.Component;

/// A creator brings in what she has checked.
@Component
class ConfirmImport {

  private final ImportsClient imports;

  ConfirmImport(ImportsClient imports) {
    this.imports = imports;
  }

  /// What came of it.
  sealed interface Result {

    /// It has begun, or was done before: asking twice changes nothing.
    record Begun() implements Result {}

    /// No letter was chosen.
    record NothingChosen() implements Result {}

    /// Not now, or the file is gone; nothing changed.
    record Refused(int status, String sentence) implements Result {}
  }

  /// Brings in the chosen letters.
  Result confirm(String id, List<String> letters, boolean initials) {
    if (letters.isEmpty()) {
      return new Result.NothingChosen();
    }
    try {
      imports.confirm(id, new ImportsClient.Choice(letters, initials));
      return new Result.Begun();
    } catch (CallRefused refused) {
      return new Result.Refused(refused.status(), refused.detail());
    } catch (NoAnswer noAnswer) {
      return new Result.Refused(503, Away.unsure(noAnswer, "begun", "The file is kept for a day."));
    }
  }
}
