package org.openletter.moderation.statement;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openletter.moderation.ModerationRefusals;
import org.openletter.moderation.statement.Statement.Reason;
import org.openletter.platform.caller.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `GET /statements/{id}`, `GET /statements?comment={id}` and `GET /statements?comments={ids}`.
/// They answer codes and parameters; what they mean and what one can do is worded by the gateway.
@RestController
class StatementController {

  /// As many as a page of one's own responses has.
  private static final int MOST_COMMENTS = 20;

  private final ReadStatements readStatements;

  StatementController(ReadStatements readStatements) {
    this.readStatements = readStatements;
  }

  @GetMapping("/statements/{id}")
  ResponseEntity<Shown> one(@PathVariable String id, Caller caller) {
    return readStatements
        .one(id, caller)
        .map(statement -> ResponseEntity.ok(Shown.of(statement)))
        .orElseGet(ModerationRefusals.NO_SUCH_STATEMENT::answer);
  }

  @GetMapping("/statements")
  ResponseEntity<Found> about(@RequestParam String comment, Caller caller) {
    List<Statement> found = readStatements.about(comment, caller);
    return found.isEmpty()
        ? ModerationRefusals.NO_SUCH_STATEMENT.answer()
        : ResponseEntity.ok(new Found(found.stream().map(Shown::of).toList()));
  }

  /// The newest restriction of each of these responses that are the caller's own; others are left
  /// out.
  @GetMapping(path = "/statements", params = "comments")
  ResponseEntity<Found> newest(@RequestParam List<String> comments, Caller caller) {
    List<String> ids = comments.stream().distinct().toList();
    if (ids.size() > MOST_COMMENTS) {
      return ModerationRefusals.tooManyComments(MOST_COMMENTS).answer();
    }
    return ResponseEntity.ok(
        new Found(readStatements.newest(ids, caller).stream().map(Shown::of).toList()));
  }

  record Found(List<Shown> statements) {}

  /// @param appeal the appeal against it; there are none yet
  record Shown(
      String id,
      String kind,
      String letterId,
      String commentId,
      String action,
      String facts,
      String rule,
      boolean automated,
      String by,
      @Nullable String version,
      List<Reason> reasons,
      Instant at,
      @Nullable String appeal) {

    static Shown of(Statement statement) {
      return new Shown(
          statement.id(),
          statement.kind().name().toLowerCase(Locale.ROOT),
          statement.letterId(),
          statement.commentId(),
          statement.action(),
          statement.facts(),
          statement.rule(),
          statement.automated(),
          statement.by(),
          statement.version(),
          statement.reasons(),
          statement.at(),
          null);
    }
  }
}
