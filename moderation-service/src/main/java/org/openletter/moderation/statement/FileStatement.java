package org.openletter.moderation.statement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openletter.moderation.personal.PersonalData;
import org.openletter.moderation.statement.Statement.Reason;
import org.springframework.stereotype.Component;

/// Files a statement of reasons under the id of its event. Told again, it is filed already.
@Component
class FileStatement {

  private static final int FACTS = 300;

  private final Statements statements;
  private final PersonalData personalData;

  FileStatement(Statements statements, PersonalData personalData) {
    this.statements = statements;
    this.personalData = personalData;
  }

  Result file(Statement statement) {
    return statements.add(covered(statement)) ? new Result.Filed() : new Result.FiledBefore();
  }

  /// What people wrote into it is covered first and shortened then: half a number would not be
  /// recognised.
  private Statement covered(Statement of) {
    List<Reason> reasons =
        of.reasons().stream()
            .map(reason -> new Reason(reason.code(), covered(reason.parameters())))
            .toList();
    return new Statement(
        of.id(),
        of.kind(),
        of.letterId(),
        of.commentId(),
        of.accountId(),
        of.action(),
        shortened(personalData.masked(of.facts())),
        of.rule(),
        of.automated(),
        of.by(),
        reasons,
        of.version(),
        of.at());
  }

  private Map<String, Object> covered(Map<String, Object> parameters) {
    Map<String, Object> covered = new LinkedHashMap<>();
    parameters.forEach((name, value) -> covered.put(name, covered(value)));
    return covered;
  }

  private Object covered(Object value) {
    return switch (value) {
      case String text -> personalData.masked(text);
      case List<?> texts ->
          texts.stream().map(text -> personalData.masked(String.valueOf(text))).toList();
      default -> value;
    };
  }

  private static String shortened(String facts) {
    return facts.codePointCount(0, facts.length()) <= FACTS
        ? facts
        : facts.substring(0, facts.offsetByCodePoints(0, FACTS - 1)) + "…";
  }

  /// Both are answered alike; a test tells them apart.
  sealed interface Result {

    record Filed() implements Result {}

    record FiledBefore() implements Result {}
  }
}
