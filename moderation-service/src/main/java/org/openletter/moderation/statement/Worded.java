package org.openletter.moderation.statement;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openletter.moderation.statement.Statement.Reason;
import org.openletter.platform.text.Parameters;

/// Reasons of statements from before they were codes and parameters: whoever told them had worded
/// them. Such statements are on file, and may still wait in an outbox.
final class Worded {

  private Worded() {}

  /// A reason, whichever way it came.
  static Reason reason(
      String code,
      @Nullable Map<String, ?> parameters,
      @Nullable String label,
      @Nullable String sentence) {
    return new Reason(code, Parameters.of(parameters, label, sentence));
  }

  /// The own words of whoever decided. Before, the facts repeated the sentences of the reasons, or
  /// the label where nobody had written anything.
  static String ownWords(String action, String facts, List<Reason> reasons) {
    boolean worded = reasons.stream().anyMatch(reason -> reason.parameters().containsKey("label"));
    boolean repeated =
        !action.equals("removed")
            || reasons.stream().anyMatch(reason -> facts.equals(reason.parameters().get("label")));
    return worded && repeated ? "" : facts;
  }
}
