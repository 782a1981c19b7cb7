package org.openletter.posts.importing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.openletter.posts.comment.ImportedComments.ImportedComment;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Imports in the collections `imports`, `import-letters` and `import-comments`. Shard key of the
/// last two: `importId`. A batch is stored as the JSON that will be sent: nothing ever asks for
/// something inside.
@Component
class MongoImports implements Imports {

  /// As many as a file may have.
  private static final int MOST_LETTERS = 100;

  private final MongoCollection<Document> imports;
  private final MongoCollection<Document> letters;
  private final MongoCollection<Document> batches;
  private final JsonMapper json;

  MongoImports(MongoDatabase database, JsonMapper json) {
    this.imports = database.getCollection("imports");
    this.letters = database.getCollection("import-letters");
    this.batches = database.getCollection("import-comments");
    this.json = json;
  }

  @Override
  public void addBatch(
      String importId, int letter, int batch, List<ImportedComment> comments, Instant end) {
    batches.insertOne(
        new Document("_id", key(importId, letter, batch))
            .append("importId", importId)
            .append("comments", json.writeValueAsString(comments))
            .append("expiresAt", Date.from(end)));
  }

  @Override
  public void addLetter(String importId, Import.ImportedLetter letter, Instant end) {
    letters.insertOne(ImportDocuments.write(importId, letter).append("expiresAt", Date.from(end)));
  }

  @Override
  public void add(Import checked) {
    imports.insertOne(ImportDocuments.write(checked));
  }

  @Override
  public Optional<Import> find(String id, String ownerId, Instant now) {
    return Optional.ofNullable(
            imports
                .find(and(eq("_id", id), eq("ownerId", ownerId), gt("expiresAt", Date.from(now))))
                .first())
        .map(ImportDocuments::read);
  }

  @Override
  public List<Import.ImportedLetter> letters(String importId) {
    return letters
        .find(eq("importId", importId))
        .sort(Sorts.ascending("number"))
        .projection(Projections.exclude("body"))
        .limit(MOST_LETTERS)
        .map(ImportDocuments::readLetter)
        .into(new ArrayList<>());
  }

  @Override
  public Optional<Import.ImportedLetter> letter(String importId, int number) {
    return Optional.ofNullable(
            letters.find(and(eq("importId", importId), eq("number", number))).first())
        .map(ImportDocuments::readLetter);
  }

  @Override
  public Optional<List<ImportedComment>> batch(String importId, int letter, int batch) {
    return Optional.ofNullable(
            batches
                .find(and(eq("importId", importId), eq("_id", key(importId, letter, batch))))
                .first())
        .map(found ->
            json.readValue(
                found.getString("comments"), new TypeReference<List<ImportedComment>>() {}));
  }

  @Override
  public void confirm(String importId, Set<Integer> chosen, Instant end) {
    Bson longer = Updates.max("expiresAt", Date.from(end));
    batches.updateMany(eq("importId", importId), longer);
    letters.updateMany(eq("importId", importId), longer);
    imports.updateOne(
        eq("_id", importId),
        Updates.combine(
            longer,
            Updates.set("state", Import.State.BRINGING_IN.name()),
            Updates.addEachToSet("chosen", new ArrayList<>(chosen))));
  }

  @Override
  public void done(String importId) {
    imports.updateOne(
        and(eq("_id", importId), eq("state", Import.State.BRINGING_IN.name())),
        Updates.set("state", Import.State.DONE.name()));
  }

  @Override
  public void remove(String importId) {
    imports.deleteOne(eq("_id", importId));
    letters.deleteMany(eq("importId", importId));
    batches.deleteMany(eq("importId", importId));
  }

  private static String key(String importId, int letter, int batch) {
    return importId + ":" + letter + ":" + batch;
  }
}
