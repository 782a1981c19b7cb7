package org.openletter.posts.importing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
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
import tools.jackson.databind.json.JsonMapper;

/// Imports in the collection `imports`; what belongs to them is in `ImportTexts`.
@Component
class MongoImports implements Imports {

  private final MongoCollection<Document> imports;
  private final ImportTexts texts;

  MongoImports(MongoDatabase database, JsonMapper json) {
    this.imports = database.getCollection("imports");
    this.texts = new ImportTexts(database, json);
  }

  @Override
  public void addBatch(
      String importId, int letter, int batch, List<ImportedComment> comments, Instant end) {
    texts.addBatch(importId, letter, batch, comments, end);
  }

  @Override
  public void addLetter(String importId, Import.ImportedLetter letter, Instant end) {
    texts.addLetter(importId, letter, end);
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
    return texts.letters(importId, from);
  }

  @Override
  public List<Import.ImportedLetter> letters(String importId, List<String> sources) {
    return texts.letters(importId, sources);
  }

  @Override
  public List<Import.ImportedLetter> letters(String importId, Set<Integer> numbers) {
    return texts.letters(importId, numbers);
  }

  @Override
  public Optional<Import.ImportedLetter> letter(String importId, int number) {
    return texts.letter(importId, number);
  }

  @Override
  public Optional<List<ImportedComment>> batch(String importId, int letter, int batch) {
    return texts.batch(importId, letter, batch);
  }

  @Override
  public Confirmed confirm(
      Import found,
      Import.Choice choice,
      List<Import.ImportedLetter> added,
      Instant due,
      Instant end) {
    // Before the import itself: a stop in between leaves something that goes by itself, never a
    // choice without its texts.
    if (!texts.keepLonger(found.id(), added, end)) {
      return Confirmed.GONE;
    }
    boolean chosen =
        imports
                .updateOne(
                    asFound(found),
                    Updates.combine(
                        Updates.max("expiresAt", Date.from(end)),
                        Updates.set("state", Import.State.BRINGING_IN.name()),
                        Updates.set("chosen", ImportDocuments.sorted(choice.letters())),
                        Updates.set("here", ImportDocuments.sorted(choice.here())),
                        Updates.set("initials", choice.initials()),
                        Updates.set("author", ImportDocuments.write(choice.author())),
                        Updates.set("due", Date.from(due))))
                .getMatchedCount()
            == 1;
    return chosen ? Confirmed.DONE : Confirmed.CHANGED;
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
  public Optional<Import> cancel(Import found, Instant due) {
    return Optional.ofNullable(
            imports.findOneAndUpdate(
                asFound(found),
                Updates.combine(
                    Updates.set("state", Import.State.CANCELLED.name()),
                    Updates.set("due", Date.from(due))),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
        .map(ImportDocuments::read);
  }

  @Override
  public boolean remove(Import found) {
    if (imports.deleteOne(asFound(found)).getDeletedCount() == 0) {
      return false;
    }
    texts.remove(found.id());
    return true;
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
}
