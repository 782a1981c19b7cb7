package org.openletter.gateway.own.me;

import java.util.List;
import org.openletter.gateway.look.reason.ReasonWords;
import org.openletter.gateway.neighbour.moderation.Statement;

/// Words for the reasons that go with a restriction.
public final class StatementWords {

  private StatementWords() {}

  /// What was seen, a sentence each. Without parameters a reason says no more than the rule.
  public static List<String> seen(Statement statement) {
    return statement.action().equals("removed")
        ? List.of()
        : statement.reasons().stream()
            .filter(reason -> reason.parameters() != null && !reason.parameters().isEmpty())
            .map(StatementWords::words)
            .toList();
  }

  /// What is concerned.
  public static String scope(Statement statement) {
    return switch (statement.action()) {
      case "change-held" ->
          "The change of your response on this letter. What stood there before stays.";
      case "removed" -> "Your response on this letter, for everybody.";
      default -> "Your response on this letter. You and the writer of the letter can read it.";
    };
  }

  /// What the person can do. Speaks only of what exists.
  public static String redress(Statement statement) {
    return statement.action().equals("removed")
        ? "You can write a new response that leaves this out, or write to the writer of the letter."
        : "You can edit it and send it again, or write to the writer of the letter, who decides.";
  }

  private static String words(Statement.Reason reason) {
    String sentence = ReasonWords.sentence(reason.code(), reason.parameters());
    return sentence == null ? ReasonWords.label(reason.code(), reason.parameters()) : sentence;
  }
}
