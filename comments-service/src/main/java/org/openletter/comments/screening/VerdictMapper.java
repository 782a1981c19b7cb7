package org.openletter.comments.screening;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.text.Parameters;

/// Verdicts as parts of other documents. Reasons from before have words instead of parameters.
public final class VerdictMapper {

  private VerdictMapper() {}

  /// A verdict as a document, null for none.
  public static @Nullable Document write(@Nullable Verdict verdict) {
    if (verdict == null) {
      return null;
    }
    return new Document("hold", verdict.hold())
        .append("heldAs", verdict.heldAs())
        .append("scores", new Document(Map.copyOf(verdict.scores())))
        .append("reasons", verdict.reasons().stream().map(VerdictMapper::reason).toList())
        .append("version", verdict.version())
        .append("masked", verdict.masked());
  }

  /// A verdict from a document, null for none.
  public static @Nullable Verdict read(@Nullable Document stored) {
    if (stored == null) {
      return null;
    }
    Map<String, Double> scores = new HashMap<>();
    stored.get("scores", new Document()).forEach((head, score) -> scores.put(head, number(score)));
    return new Verdict(
        stored.getBoolean("hold", true),
        stored.getString("heldAs"),
        scores,
        stored.getList("reasons", Document.class, List.of()).stream()
            .map(VerdictMapper::reason)
            .toList(),
        stored.getString("version"),
        stored.getString("masked"));
  }

  private static Document reason(Verdict.Reason reason) {
    return new Document("code", reason.code())
        .append("parameters", new Document(reason.parameters()))
        .append("score", reason.score())
        .append("spans", reason.spans().stream().map(s -> List.of(s.start(), s.end())).toList());
  }

  private static Verdict.Reason reason(Document stored) {
    return new Verdict.Reason(
        stored.getString("code"),
        Parameters.of(
            stored.get("parameters", Document.class),
            stored.getString("label"),
            stored.getString("sentence")),
        number(stored.get("score")),
        stored.getList("spans", List.class, List.of()).stream().map(VerdictMapper::span).toList());
  }

  private static Verdict.Span span(List<?> stored) {
    return new Verdict.Span((int) number(stored.getFirst()), (int) number(stored.getLast()));
  }

  private static double number(@Nullable Object stored) {
    return stored instanceof Number number ? number.doubleValue() : 0;
  }
}
