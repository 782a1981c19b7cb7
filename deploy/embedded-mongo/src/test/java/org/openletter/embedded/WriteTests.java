package org.openletter.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.DeleteOptions;
import com.mongodb.client.model.FindOneAndDeleteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WriteTests {

  private static final IndexOptions UNIQUE = new IndexOptions().unique(true);

  private final Lab lab = Lab.inMemory();

  @AfterAll
  void close() {
    lab.close();
  }

  @Test
  void anOrderedBulkStopsAtTheFirstError() {
    MongoCollection<Document> letters = withUniqueKey("ordered");
    MongoBulkWriteException failed = write(letters, new BulkWriteOptions());
    assertThat(failed.getWriteErrors())
        .singleElement()
        .satisfies(e -> assertThat(e.getIndex()).isEqualTo(2));
    assertThat(failed.getWriteResult().getInsertedCount()).isEqualTo(1);
    assertThat(letters.find(eq("key", "z"))).isEmpty();
    assertThat(letters.find(eq("_id", 1))).hasSize(1);
  }

  @Test
  void aWriteNobodyWaitsForIsDoneAndTheConnectionGoesOn() {
    try (MongoClient client = MongoClients.create(lab.mongo.uri() + "/?maxPoolSize=1")) {
      MongoCollection<Document> letters = client.getDatabase("lab").getCollection("silent");
      MongoCollection<Document> silent = letters.withWriteConcern(WriteConcern.UNACKNOWLEDGED);
      silent.insertOne(new Document("_id", 1));
      silent.insertOne(new Document("_id", 1));
      silent.updateOne(eq(1), set("n", 2));
      silent.insertMany(List.of(new Document("_id", 2), new Document("_id", 3)));
      silent.deleteOne(eq(3));
      assertThat(letters.find())
          .containsExactly(new Document("_id", 1).append("n", 2), new Document("_id", 2));
    }
  }

  @Test
  void aHintOfAWriteIsAnIndexOrAnError() {
    MongoCollection<Document> letters = lab.collection("hints");
    letters.createIndex(new Document("n", 1));
    letters.createIndex(new Document("rare", 1), new IndexOptions().sparse(true));
    letters.insertMany(List.of(new Document("_id", 1).append("n", 1), new Document("_id", 2)));
    UpdateOptions byKey = new UpdateOptions().hint(new Document("n", 1));
    assertThat(letters.updateOne(eq(1), set("n", 5), byKey).getModifiedCount()).isEqualTo(1);
    DeleteOptions byName = new DeleteOptions().hintString("_id_");
    assertThat(letters.deleteOne(eq(1), byName).getDeletedCount()).isEqualTo(1);
    UpdateOptions unknown = new UpdateOptions().hintString("no-such-index");
    assertThatThrownBy(() -> letters.updateOne(eq(2), set("n", 6), unknown))
        .hasMessageContaining("hint provided does not correspond to an existing index");
    FindOneAndDeleteOptions unknownToo = new FindOneAndDeleteOptions().hintString("no-such-index");
    assertThatThrownBy(() -> letters.findOneAndDelete(eq(2), unknownToo))
        .hasMessageContaining("hint provided does not correspond to an existing index");
    UpdateOptions partly = new UpdateOptions().hint(new Document("rare", 1));
    assertThatThrownBy(() -> letters.updateMany(new Document(), set("n", 6), partly))
        .hasMessageContaining("sparse or partial");
    assertThat(letters.find()).containsExactly(new Document("_id", 2));
  }

  @Test
  void aFailedReplacementChangesNeitherDocumentNorIndex() {
    MongoCollection<Document> letters = lab.collection("dots");
    letters.createIndex(new Document("n", 1));
    letters.insertOne(new Document("_id", 1).append("n", 1));
    Document dotted = new Document("n", 2).append("a.b", 1);
    assertThatThrownBy(() -> letters.replaceOne(eq(1), dotted)).hasMessageContaining("dot");
    assertThatThrownBy(() -> letters.findOneAndReplace(eq(1), dotted)).hasMessageContaining("dot");
    letters.insertOne(new Document("_id", 2).append("n", 3).append("c.d", 1));
    assertThatThrownBy(() -> letters.updateOne(eq(2), set("n", 4)))
        .as("the library finds out after the index has changed")
        .isInstanceOf(MongoException.class);
    assertThat(letters.find(eq("n", 1))).hasSize(1);
    assertThat(letters.find(eq("n", 2))).isEmpty();
    assertThat(letters.find(eq("n", 3))).hasSize(1);
    assertThat(letters.find(eq("n", 4))).isEmpty();
    assertThat(lab.isSound("dots")).isTrue();
  }

  @Test
  void anIdWithAnOperatorIsRefused() {
    MongoCollection<Document> letters = lab.collection("ids");
    assertThatThrownBy(() -> letters.insertOne(Document.parse("{_id: {$a: 1}}")))
        .isInstanceOf(MongoException.class);
    assertThat(letters.find()).isEmpty();
  }

  @Test
  void anUnorderedBulkDoesAllItCan() {
    MongoCollection<Document> letters = withUniqueKey("unordered");
    MongoBulkWriteException failed = write(letters, new BulkWriteOptions().ordered(false));
    assertThat(failed.getWriteErrors()).hasSize(1);
    assertThat(letters.find(eq("key", "z"))).hasSize(1);
    assertThat(letters.find(eq("_id", 1))).isEmpty();
  }

  private static MongoBulkWriteException write(
      MongoCollection<Document> letters, BulkWriteOptions options) {
    List<WriteModel<Document>> changes =
        List.of(
            new InsertOneModel<>(new Document("_id", 1).append("key", "a")),
            new UpdateOneModel<>(eq("_id", 1), set("key", "b")),
            new UpdateOneModel<>(eq("_id", 1), set("key", "taken")),
            new UpdateOneModel<>(eq("_id", 9), set("key", "z"), new UpdateOptions().upsert(true)),
            new DeleteOneModel<>(eq("_id", 1)));
    return catchThrowableOfType(
        MongoBulkWriteException.class, () -> letters.bulkWrite(changes, options));
  }

  private MongoCollection<Document> withUniqueKey(String name) {
    MongoCollection<Document> letters = lab.collection(name);
    letters.createIndex(new Document("key", 1), UNIQUE);
    letters.insertOne(new Document("_id", 0).append("key", "taken"));
    return letters;
  }

  @Test
  void theNumbersOfAFailedInsertAreThoseOfWhatIsThere() {
    MongoCollection<Document> letters = lab.collection("inserts");
    letters.insertOne(new Document("_id", 2));
    List<Document> four =
        List.of(
            new Document("_id", 1),
            new Document("_id", 2),
            new Document("_id", 3),
            new Document("_id", 4));
    assertThatThrownBy(() -> letters.insertMany(four))
        .isInstanceOfSatisfying(
            MongoBulkWriteException.class,
            e -> assertThat(e.getWriteResult().getInsertedCount()).isEqualTo(1));
    assertThat(letters.countDocuments()).isEqualTo(2);
  }

  @Test
  void aPartialUniqueIndexCountsOnlyItsOwnDocuments() {
    MongoCollection<Document> names = lab.collection("partialUnique");
    names.createIndex(
        new Document("name", 1),
        new IndexOptions().unique(true).partialFilterExpression(new Document("active", true)));
    names.insertOne(new Document("_id", 1).append("name", "ann").append("active", false));
    names.insertOne(new Document("_id", 2).append("name", "ann").append("active", false));
    names.insertOne(new Document("_id", 3).append("name", "ann").append("active", true));
    assertDuplicate(
        () -> names.insertOne(new Document("_id", 4).append("name", "ann").append("active", true)));
    assertDuplicate(() -> names.updateOne(eq("_id", 1), set("active", true)));
    names.updateOne(eq("_id", 3), set("active", false));
    names.updateOne(eq("_id", 1), set("active", true));
    assertThat(names.find(and(eq("name", "ann"), eq("active", true)))).hasSize(1);
    assertThat(lab.isSound("partialUnique")).isTrue();
  }

  @Test
  void uniqueMeansEqualAsInAQuery() {
    MongoCollection<Document> keys = lab.collection("unique");
    keys.createIndex(new Document("a", 1).append("b", 1), UNIQUE);
    keys.createIndex(new Document("tags", 1), new IndexOptions().unique(true).sparse(true));
    keys.insertOne(new Document("a", 1).append("b", 1).append("tags", List.of("x", "y")));
    assertDuplicate(() -> keys.insertOne(new Document("a", 1.0).append("b", 1L)));
    assertDuplicate(() -> keys.insertOne(new Document("tags", List.of("z", "y"))));
    keys.insertOne(new Document("a", 2));
    assertDuplicate(() -> keys.insertOne(new Document("a", 2).append("b", null)));
    keys.insertOne(new Document("a", 3).append("tags", List.of("q", "q")));
    assertThat(keys.countDocuments()).isEqualTo(3);
    assertThat(lab.isSound("unique")).isTrue();
  }

  @Test
  void aDocumentThatGrowsBeyondTheLimitIsRefusedAndStaysAsItWas() {
    MongoCollection<Document> growing = lab.collection("growing");
    growing.createIndex(new Document("n", 1));
    growing.insertOne(new Document("_id", 1).append("n", 0).append("parts", List.of()));
    String part = "x".repeat(5 << 20);
    for (int i = 0; i < 3; i++) {
      growing.updateOne(eq("_id", 1), push("parts", part));
    }
    assertThatThrownBy(
            () -> growing.updateOne(eq("_id", 1), combine(push("parts", part), inc("n", 1))))
        .isInstanceOfSatisfying(
            MongoWriteException.class, e -> assertThat(e.getCode()).isEqualTo(10334));
    assertThat(growing.find(eq("n", 0)).map(d -> d.getList("parts", String.class).size()))
        .containsExactly(3);
    assertThat(lab.isSound("growing")).isTrue();
  }

  @Test
  void theUpdateOperatorsOfTheProductWork() {
    MongoCollection<Document> letters = lab.collection("operators");
    letters.insertOne(
        Document.parse("{_id: 1, n: 5, list: [{k: 'a', v: 1}, {k: 'b', v: 2}], tags: ['x']}"));
    letters.updateOne(
        Document.parse("{_id: 1, 'list.k': 'b'}"),
        Document.parse(
            "{$set: {'list.$.v': 9}, $inc: {n: 2}, $min: {low: 3}, $max: {high: 4},"
                + " $addToSet: {tags: 'y'}, $unset: {gone: ''}}"));
    letters.updateOne(
        eq("_id", 1), Document.parse("{$push: {log: {$each: [3, 1, 2], $sort: 1, $slice: -2}}}"));
    letters.updateOne(
        eq("_id", 1),
        Document.parse("{$set: {'list.$[e].v': 7}, $pull: {tags: 'x'}}"),
        new UpdateOptions().arrayFilters(List.of(Document.parse("{'e.k': 'a'}"))));
    assertThat(letters.find(eq("_id", 1)).first())
        .isEqualTo(
            Document.parse(
                "{_id: 1, n: 7, list: [{k: 'a', v: 7}, {k: 'b', v: 9}], tags: ['y'], low: 3,"
                    + " high: 4, log: [2, 3]}"));
  }

  private static void assertDuplicate(Runnable write) {
    assertThatThrownBy(write::run)
        .isInstanceOfSatisfying(
            MongoWriteException.class, e -> assertThat(e.getCode()).isEqualTo(11000));
  }
}
