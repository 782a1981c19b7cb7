package org.openletter.gateway.own.me;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.look.reason.ReasonWords;

/// The reasons that go with a restriction of one of a person's responses.
///
/// @param action `held`, `change-held` or `removed`
/// @param rule which rule it touches, one word
/// @param facts the own words of whoever decided; may be empty
public record Statement(
    String commentId, String action, String rule, String facts, List<Reason> reasons) {

  /// One thing that it rests on.
  public record Reason(String code, @Nullable Map<String, Object> parameters) {}

  /// What was seen, a sentence each. Without parameters a reason says no more than the rule.
  public List<String> seen() {
    return action.equals("removed")
        ? List.of()
        : reasons.stream()
            .filter(reason -> reason.parameters() != null && !reason.parameters().isEmpty())
            .map(Statement::words)
            .toList();
  }

  /// What is concerned.
  public String scope() {
    return switch (action) {
      case "change-held" ->
          "The change of your response on this letter. What stood there before stays.";
      case "removed" -> "Your response on this letter, for everybody.";
      default -> "Your response on this letter. You and the writer of the letter can read it.";
    };
  }

  /// What the person can do. Speaks only of what exists.
  public String redress() {
    return action.equals("removed")
        ? "You can write a new response that leaves this out, or write to the writer of the letter."
        : "You can edit it and send it again, or write to the writer of the letter, who decides.";
  }

  private static String words(Reason reason) {
    String sentence = ReasonWords.sentence(reason.code(), reason.parameters());
    return sentence == null ? ReasonWords.label(reason.code(), reason.parameters()) : sentence;
  }
}
