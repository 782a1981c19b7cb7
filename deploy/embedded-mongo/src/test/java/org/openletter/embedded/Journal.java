package org.openletter.embedded;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/// What one client was told is done, kept outside the server that will be killed.
final class Journal {

  private final String name;
  private final List<String> inserted = new ArrayList<>();
  private long asked;
  private long counted;
  private long claimed;

  Journal(String name) {
    this.name = name;
  }

  static void declareIndexes(MongoDatabase database) {
    MongoCollection<Document> letters = database.getCollection("letters");
    letters.createIndex(Document.parse("{key: 1}"), new IndexOptions().unique(true));
    letters.createIndex(Document.parse("{writer: 1, at: -1}"));
    letters.createIndex(Document.parse("{tags: 1}"));
  }

  /// Writes until the server is gone.
  void writeUntilItDies(MongoDatabase database) {
    MongoCollection<Document> letters = database.getCollection("letters");
    MongoCollection<Document> counters = database.getCollection("counters");
    try {
      while (true) {
        asked++;
        String id = name + "-" + asked;
        letters.insertOne(
            new Document("_id", id)
                .append("key", "k" + id)
                .append("writer", name)
                .append("at", asked)
                .append("tags", List.of("t" + asked % 7, "t" + asked % 5)));
        inserted.add(id);
        counters.updateOne(eq(name), Updates.inc("n", 1), new UpdateOptions().upsert(true));
        counted++;
        Document claim =
            letters.findOneAndUpdate(
                eq("_id", id),
                Updates.combine(Updates.set("claimed", true), Updates.push("tags", "c")),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        claimed += claim == null ? 0 : 1;
      }
    } catch (MongoException e) {
      assertThat(e)
          .as("only the end of the server ends the writing")
          .hasMessageNotContaining("11000");
    }
  }

  /// Everything acknowledged is there. What was only asked for may be there or not.
  void assertNothingIsLost(MongoDatabase database) {
    MongoCollection<Document> letters = database.getCollection("letters");
    List<String> stored = new ArrayList<>();
    long claims = 0;
    for (Document letter : letters.find(eq("writer", name)).batchSize(1000)) {
      stored.add(letter.getString("_id"));
      claims += letter.getBoolean("claimed", false) ? 1 : 0;
    }
    assertThat(stored).as("inserts of %s", name).containsAll(inserted);
    assertThat(claims).as("claims of %s", name).isGreaterThanOrEqualTo(claimed);
    assertThat(count(database)).as("count of %s", name).isBetween(counted, asked);
    counted = count(database);
    claimed = claims;
  }

  private long count(MongoDatabase database) {
    Document counter = database.getCollection("counters").find(eq(name)).first();
    return counter == null ? 0 : counter.get("n", Number.class).longValue();
  }

  int acknowledged() {
    return inserted.size();
  }
}
