package org.openletter.moderation.statement;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.openletter.moderation.statement.Statement.Kind;
import org.openletter.moderation.statement.Statement.Reason;
import org.openletter.platform.mongo.DeclaredIndexes;
import org.springframework.stereotype.Component;

/// Statements in the collection `statements`; one statement is one document and one write.
@Component
class MongoStatements implements Statements, DeclaredIndexes {

  private static final String COLLECTION = "statements";
  private static final int MOST = 50;

  private final MongoCollection<Document> statements;

  MongoStatements(MongoDatabase database) {
    this.statements = database.getCollection(COLLECTION);
  }

  @Override
  public String collection() {
    return COLLECTION;
  }

  @Override
  public List<IndexModel> indexes() {
    return List.of(
        new IndexModel(
            Indexes.compoundIndex(Indexes.ascending("commentId"), Indexes.descending("at", "_id")),
            new IndexOptions().name("by-comment")));
  }

  @Override
  public boolean add(Statement statement) {
    try {
      statements.insertOne(write(statement));
      return true;
    } catch (MongoWriteException refused) {
      if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw refused;
    }
  }

  @Override
  public Optional<Statement> find(String id) {
    return Optional.ofNullable(statements.find(Filters.eq("_id", id)).limit(1).first())
        .map(MongoStatements::read);
  }

  @Override
  public List<Statement> about(String commentId) {
    List<Statement> about = new ArrayList<>();
    for (Document found :
        statements
            .find(Filters.eq("commentId", commentId))
            .sort(Sorts.descending("at", "_id"))
            .limit(MOST)) {
      about.add(read(found));
    }
    return about;
  }

  @Override
  public Optional<Statement> newestRestriction(String commentId, String accountId) {
    return Optional.ofNullable(
            statements
                .find(
                    Filters.and(
                        Filters.eq("commentId", commentId),
                        Filters.eq("accountId", accountId),
                        Filters.eq("kind", Kind.RESTRICTION.name())))
                .sort(Sorts.descending("at", "_id"))
                .limit(1)
                .first())
        .map(MongoStatements::read);
  }

  private static Document write(Statement statement) {
    return new Document("_id", statement.id())
        .append("kind", statement.kind().name())
        .append("letterId", statement.letterId())
        .append("commentId", statement.commentId())
        .append("accountId", statement.accountId())
        .append("action", statement.action())
        .append("facts", statement.facts())
        .append("rule", statement.rule())
        .append("automated", statement.automated())
        .append("by", statement.by())
        .append(
            "reasons",
            statement.reasons().stream()
                .map(reason ->
                    new Document("code", reason.code())
                        .append("parameters", new Document(reason.parameters())))
                .toList())
        .append("version", statement.version())
        .append("at", Date.from(statement.at()));
  }

  private static Statement read(Document found) {
    List<Reason> reasons =
        found.getList("reasons", Document.class).stream()
            .map(reason ->
                Worded.reason(
                    reason.getString("code"),
                    reason.get("parameters", Document.class),
                    reason.getString("label"),
                    reason.getString("sentence")))
            .toList();
    return new Statement(
        found.getString("_id"),
        Kind.valueOf(found.getString("kind")),
        found.getString("letterId"),
        found.getString("commentId"),
        found.getString("accountId"),
        found.getString("action"),
        Worded.ownWords(found.getString("action"), found.getString("facts"), reasons),
        found.getString("rule"),
        found.getBoolean("automated"),
        found.getString("by"),
        reasons,
        found.getString("version"),
        found.getDate("at").toInstant());
  }
}
