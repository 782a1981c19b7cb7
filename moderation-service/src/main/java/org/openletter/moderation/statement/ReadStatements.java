package org.openletter.moderation.statement;

import java.util.List;
import java.util.Optional;
import org.openletter.platform.caller.Caller;
import org.springframework.stereotype.Component;

/// Lets the person concerned and moderators read statements; for everybody else there are none.
@Component
class ReadStatements {

  private final Statements statements;

  ReadStatements(Statements statements) {
    this.statements = statements;
  }

  Optional<Statement> one(String id, Caller caller) {
    return statements.find(id).filter(statement -> mayRead(statement, caller));
  }

  List<Statement> about(String commentId, Caller caller) {
    return statements.about(commentId).stream()
        .filter(statement -> mayRead(statement, caller))
        .toList();
  }

  /// The newest restriction of each of these responses, as far as they are the caller's own.
  List<Statement> newest(List<String> commentIds, Caller caller) {
    return commentIds.stream()
        .flatMap(id -> statements.newestRestriction(id, caller.accountId()).stream())
        .toList();
  }

  private static boolean mayRead(Statement statement, Caller caller) {
    return caller.is("moderator") || caller.accountId().equals(statement.accountId());
  }
}
