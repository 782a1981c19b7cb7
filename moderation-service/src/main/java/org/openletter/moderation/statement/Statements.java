package org.openletter.moderation.statement;

import java.util.List;
import java.util.Optional;

/// The statements that are on file. One is never changed.
interface Statements {

  /// Adds it; false when one of this id is there already.
  boolean add(Statement statement);

  Optional<Statement> find(String id);

  /// About one response, newest first, at most fifty.
  List<Statement> about(String commentId);

  /// The newest restriction of this person's response; empty when there is none.
  Optional<Statement> newestRestriction(String commentId, String accountId);
}
