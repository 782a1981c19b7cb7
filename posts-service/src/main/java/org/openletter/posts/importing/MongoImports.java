package org.openletter.posts.importing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
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
                .find(
                    and(
                        eq("_id", id),
                        eq("ownerId", ownerId),
                        ne("state", Import.State.CANCELLED.name()),
                        gt("expiresAt", Date.from(now))))
                .first())
        .map(ImportDocuments::read);
  }

  @Override
  public List<Import.ImportedLetter> letters(String importId, int from) {
    return found(and(eq("importId", importId), gte("number", from)));
  }

  @Override
  public List<Import.ImportedLetter> letters(String importId, List<String> sources) {
    return found(and(eq("importId", importId), in("source", sources)));
  }

  @Override
  public List<Import.ImportedLetter> letters(String importId, Set<Integer> numbers) {
    return found(and(eq("importId", importId), in("number", numbers)));
  }

  private List<Import.ImportedLetter> found(Bson filter) {
    return letters
        .find(filter)
        .sort(Sorts.ascending("number"))
        .projection(Projections.exclude("body"))
        .limit(Import.MOST_AT_ONCE)
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
  public boolean confirm(Import found, Import.Choice choice, Instant due, Instant end) {
    Bson longer = Updates.max("expiresAt", Date.from(end));
    batches.updateMany(eq("importId", found.id()), longer);
    letters.updateMany(eq("importId", found.id()), longer);
    return imports
            .updateOne(
                asFound(found),
                Updates.combine(
                    longer,
                    Updates.set("state", Import.State.BRINGING_IN.name()),
                    Updates.set("chosen", ImportDocuments.sorted(choice.letters())),
                    Updates.set("here", ImportDocuments.sorted(choice.here())),
                    Updates.set("initials", choice.initials()),
                    Updates.set("author", ImportDocuments.write(choice.author())),
                    Updates.set("due", Date.from(due))))
            .getMatchedCount()
        == 1;
  }

  @Override
  public boolean here(String importId, int number) {
    return imports
            .updateOne(
                and(eq("_id", importId), eq("state", Import.State.BRINGING_IN.name())),
                Updates.addToSet("here", number))
            .getMatchedCount()
        == 1;
  }

  @Override
  public Optional<Import> claim(Instant now, Instant until) {
    return Optional.ofNullable(
            imports.findOneAndUpdate(
                lte("due", Date.from(now)),
                Updates.set("due", Date.from(until)),
                new FindOneAndUpdateOptions().sort(Sorts.ascending("due"))))
        .map(ImportDocuments::read);
  }

  @Override
  public void postpone(String importId, Instant due) {
    imports.updateOne(and(eq("_id", importId), exists("due")), Updates.set("due", Date.from(due)));
  }

  @Override
  public void rest(Import found) {
    imports.updateOne(asFound(found), Updates.unset("due"));
  }

  @Override
  public void done(String importId) {
    imports.updateOne(
        and(eq("_id", importId), eq("state", Import.State.BRINGING_IN.name())),
        Updates.combine(Updates.set("state", Import.State.DONE.name()), Updates.unset("due")));
  }

  @Override
  public boolean cancel(String importId, Instant due) {
    return imports
            .updateOne(
                and(eq("_id", importId), eq("state", Import.State.BRINGING_IN.name())),
                Updates.combine(
                    Updates.set("state", Import.State.CANCELLED.name()),
                    Updates.set("due", Date.from(due))))
            .getMatchedCount()
        == 1;
  }

  @Override
  public void remove(String importId) {
    imports.deleteOne(eq("_id", importId));
    letters.deleteMany(eq("importId", importId));
    batches.deleteMany(eq("importId", importId));
  }

  @Override
  public void forget(String importId) {
    imports.deleteOne(eq("_id", importId));
  }

  @Override
  public long waiting(int most) {
    return imports
        .find(exists("due"))
        .projection(Projections.include("_id"))
        .limit(most)
        .into(new ArrayList<>())
        .size();
  }

  @Override
  public Optional<Instant> oldest() {
    return Optional.ofNullable(
            imports.find(exists("due")).sort(Sorts.ascending("due")).limit(1).first())
        .map(found -> found.getDate("at").toInstant());
  }

  private static Bson asFound(Import found) {
    return and(
        eq("_id", found.id()),
        eq("state", found.state().name()),
        eq("chosen", ImportDocuments.sorted(found.choice().letters())));
  }

  private static String key(String importId, int letter, int batch) {
    return importId + ":" + letter + ":" + batch;
  }
}
