package org.openletter.posts.importing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.openletter.posts.comment.ImportedComments.ImportedComment;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The letters and responses of imports, in the collections `import-letters` and `import-comments`.
/// Shard key of both: `importId`. A batch is stored as the JSON that will be sent: nothing ever
/// asks for something inside.
final class ImportTexts {

  private static final String BY_NUMBER = "of-import";
  private static final String BY_SOURCE = "by-source";

  /// The names of so many documents make a command of a few kilobytes.
  private static final int MOST_IN_A_WRITE = 100;

  private final MongoCollection<Document> letters;
  private final MongoCollection<Document> batches;
  private final JsonMapper json;

  ImportTexts(MongoDatabase database, JsonMapper json) {
    this.letters = database.getCollection("import-letters");
    this.batches = database.getCollection("import-comments");
    this.json = json;
  }

  void addBatch(
      String importId, int letter, int batch, List<ImportedComment> comments, Instant end) {
    batches.insertOne(
        new Document("_id", key(importId, letter, batch))
            .append("importId", importId)
            .append("comments", json.writeValueAsString(comments))
            .append("expiresAt", Date.from(end)));
  }

  void addLetter(String importId, Import.ImportedLetter letter, Instant end) {
    letters.insertOne(ImportDocuments.write(importId, letter).append("expiresAt", Date.from(end)));
  }

  List<Import.ImportedLetter> letters(String importId, int from) {
    return found(and(eq("importId", importId), gte("number", from)), BY_NUMBER);
  }

  /// No two letters of a file have the same number on the old site, so these are no more than were
  /// asked for. The index has them in another order; the database would sort them with their
  /// bodies.
  List<Import.ImportedLetter> letters(String importId, List<String> sources) {
    List<Import.ImportedLetter> found =
        some(and(eq("importId", importId), in("source", sources)), BY_SOURCE)
            .map(ImportDocuments::readLetter)
            .into(new ArrayList<>());
    found.sort(Comparator.comparingInt(Import.ImportedLetter::number));
    return found;
  }

  List<Import.ImportedLetter> letters(String importId, Set<Integer> numbers) {
    return found(and(eq("importId", importId), in("number", numbers)), BY_NUMBER);
  }

  private List<Import.ImportedLetter> found(Bson filter, String index) {
    return some(filter, index)
        .sort(Sorts.ascending("number"))
        .map(ImportDocuments::readLetter)
        .into(new ArrayList<>());
  }

  private FindIterable<Document> some(Bson filter, String index) {
    return letters
        .find(filter)
        .hintString(index)
        .projection(Projections.exclude("body"))
        .limit(Import.MOST_AT_ONCE);
  }

  Optional<Import.ImportedLetter> letter(String importId, int number) {
    return Optional.ofNullable(
            letters
                .find(and(eq("importId", importId), eq("number", number)))
                .hintString(BY_NUMBER)
                .first())
        .map(ImportDocuments::readLetter);
  }

  Optional<List<ImportedComment>> batch(String importId, int letter, int batch) {
    return Optional.ofNullable(
            batches
                .find(and(eq("importId", importId), eq("_id", key(importId, letter, batch))))
                .first())
        .map(found ->
            json.readValue(
                found.getString("comments"), new TypeReference<List<ImportedComment>>() {}));
  }

  /// Keeps these letters and their responses until `end`, and touches no others. False when some of
  /// them are gone already.
  boolean keepLonger(String importId, List<Import.ImportedLetter> some, Instant end) {
    Bson longer = Updates.max("expiresAt", Date.from(end));
    List<String> ofLetters =
        some.stream().map(letter -> ImportDocuments.key(importId, letter.number())).toList();
    List<String> ofBatches =
        some.stream()
            .flatMap(letter ->
                IntStream.range(0, letter.batches())
                    .mapToObj(batch -> key(importId, letter.number(), batch)))
            .toList();
    return inSteps(
            ofBatches, step -> batches.updateMany(those(importId, step), longer).getMatchedCount())
        && inSteps(
            ofLetters, step -> letters.updateMany(those(importId, step), longer).getMatchedCount());
  }

  // Whether everything was there to be written.
  private static boolean inSteps(List<String> all, ToLongFunction<List<String>> write) {
    long matched = 0;
    for (int from = 0; from < all.size(); from += MOST_IN_A_WRITE) {
      matched += write.applyAsLong(all.subList(from, Math.min(all.size(), from + MOST_IN_A_WRITE)));
    }
    return matched == all.size();
  }

  private static Bson those(String importId, List<String> ids) {
    return and(eq("importId", importId), in("_id", ids));
  }

  void remove(String importId) {
    letters.deleteMany(eq("importId", importId));
    batches.deleteMany(eq("importId", importId));
  }

  private static String key(String importId, int letter, int batch) {
    return importId + ":" + letter + ":" + batch;
  }
}
