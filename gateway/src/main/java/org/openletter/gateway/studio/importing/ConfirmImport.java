package org.openletter.gateway.studio.importing;

import java.util.List;
import org.openletter.gateway.door.error.Outcome;
import org.openletter.gateway.neighbour.posts.Import;
import org.openletter.gateway.neighbour.posts.ImportsClient;
import org.springframework.stereotype.Component;

/// A creator brings in what she has checked.
@Component
class ConfirmImport {

  private final ImportsClient imports;

  ConfirmImport(ImportsClient imports) {
    this.imports = imports;
  }

  /// Brings in the chosen letters: it has begun then, or was done before. Asking twice changes
  /// nothing.
  Outcome<Import> confirm(String id, List<String> letters, boolean initials) {
    return letters.isEmpty()
        ? Outcome.invalid("letters", "Choose at least one letter.")
        : Outcome.of(
            "begun",
            "The file is kept for a day.",
            () -> imports.confirm(id, new ImportsClient.Choice(letters, initials)));
  }
}
