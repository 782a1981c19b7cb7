package org.openletter.moderation.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openletter.moderation.personal.PersonalData;
import org.openletter.moderation.statement.Statement.Kind;
import org.openletter.moderation.statement.Statement.Reason;
import org.openletter.platform.caller.Caller;

class StatementTest {

  private static final Caller ROSA = new Caller("acc0000rosa0", "rosa", "Rosa", Set.of("member"));
  private static final Caller TAO = new Caller("acc00000tao0", "tao", "Tao", Set.of("member"));
  private static final Caller MOD =
      new Caller("acc00000mod0", "mod", "Mod", Set.of("member", "moderator"));

  private final InMemory statements = new InMemory();
  private final FileStatement file = new FileStatement(statements, new PersonalData());
  private final ReadStatements read = new ReadStatements(statements);

  @Test
  void filesAStatementOnce() {
    assertThat(file.file(about("acc0000rosa0", "held", "Has a link.")))
        .isEqualTo(new FileStatement.Result.Filed());
    assertThat(file.file(about("acc0000rosa0", "held", "Something else.")))
        .isEqualTo(new FileStatement.Result.FiledBefore());

    assertThat(statements.find("event-1").orElseThrow().facts()).isEqualTo("Has a link.");
  }

  @Test
  void coversPersonalDataInFactsAndReasons() {
    file.file(about("acc0000rosa0", "removed", "You wrote: call her on 083 555 0147"));

    Statement filed = statements.find("event-1").orElseThrow();
    assertThat(filed.facts()).isEqualTo("You wrote: call her on ●●● ●●● 0147");
    assertThat(filed.reasons().getFirst().parameters().toString())
        .doesNotContain("083")
        .contains("●●● ●●● 0147");
  }

  @Test
  void keepsAtMostThreeHundredCodePointsOfFacts() {
    file.file(about("acc0000rosa0", "removed", "🌹".repeat(400)));

    String facts = statements.find("event-1").orElseThrow().facts();
    assertThat(facts.codePointCount(0, facts.length())).isEqualTo(300);
    assertThat(facts).endsWith("…");
  }

  @Test
  void isReadByThePersonConcernedAndByModerators() {
    file.file(about("acc0000rosa0", "held", "Has a link."));

    assertThat(read.one("event-1", ROSA)).isPresent();
    assertThat(read.one("event-1", MOD)).isPresent();
    assertThat(read.about("comment-1", ROSA)).hasSize(1);
  }

  @Test
  void isNotThereForAnybodyElse() {
    file.file(about("acc0000rosa0", "held", "Has a link."));

    assertThat(read.one("event-1", TAO)).isEmpty();
    assertThat(read.about("comment-1", TAO)).isEmpty();
  }

  @Test
  void belongsToNobodyWhenTheWriterWasImported() {
    file.file(about(null, "held", "Has a link."));

    assertThat(read.one("event-1", ROSA)).isEmpty();
    assertThat(read.one("event-1", MOD)).isPresent();
  }

  private static Statement about(@Nullable String accountId, String action, String facts) {
    return new Statement(
        "event-1",
        Kind.RESTRICTION,
        "letter-1",
        "comment-1",
        accountId,
        action,
        facts,
        "advertising",
        true,
        "screening",
        List.of(new Reason("advertising", Map.of("words", List.of(facts)))),
        "1.0",
        Instant.parse("2026-11-25T10:00:00Z"));
  }

  /// What the collection promises, in a map.
  private static final class InMemory implements Statements {

    private final Map<String, Statement> byId = new LinkedHashMap<>();

    @Override
    public boolean add(Statement statement) {
      return byId.putIfAbsent(statement.id(), statement) == null;
    }

    @Override
    public Optional<Statement> find(String id) {
      return Optional.ofNullable(byId.get(id));
    }

    @Override
    public List<Statement> about(String commentId) {
      return new ArrayList<>(
          byId.values().stream().filter(s -> s.commentId().equals(commentId)).toList());
    }

    @Override
    public Optional<Statement> newestRestriction(String commentId, String accountId) {
      return about(commentId).stream()
          .filter(s -> s.kind() == Kind.RESTRICTION && accountId.equals(s.accountId()))
          .max(Comparator.comparing(Statement::at));
    }
  }
}
