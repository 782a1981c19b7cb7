package org.openletter.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Sorts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndexTests {

  private final Lab lab = Lab.inMemory();

  @AfterAll
  void close() {
    lab.close();
  }

  @Test
  void anIndexOverDocumentsThatAreThereFindsThem() {
    MongoCollection<Document> letters = lab.collection("later");
    fill(letters);
    letters.createIndex(Document.parse("{tags: 1}"));
    assertThat(letters.find(eq("tags", "t3"))).hasSize(40);
    assertThat(lab.isSound("later")).isTrue();
  }

  @Test
  void afterDuplicatesTheIndexIsNotThereAndCanBeTriedAgain() {
    MongoCollection<Document> letters = lab.collection("duplicates");
    letters.insertMany(
        List.of(new Document("_id", 1).append("k", 1), new Document("_id", 2).append("k", 1)));
    IndexOptions unique = new IndexOptions().unique(true).name("k");
    assertCode(11000, () -> letters.createIndex(new Document("k", 1), unique));
    assertThat(letters.listIndexes()).hasSize(1);
    letters.deleteOne(eq("_id", 2));
    letters.createIndex(new Document("k", 1), unique);
    assertThat(letters.find(eq("k", 1))).hasSize(1);
    assertThat(lab.isSound("duplicates")).isTrue();
  }

  @Test
  void declaringTheSameAgainIsHarmlessAndSomethingElseUnderTheNameIsAnError() {
    MongoCollection<Document> letters = lab.collection("again");
    IndexOptions named = new IndexOptions().name("i");
    letters.createIndex(Document.parse("{a: 1, b: -1}"), named);
    letters.createIndex(Document.parse("{a: 1, b: -1}"), named);
    assertThat(letters.listIndexes()).hasSize(2);
    assertCode(86, () -> letters.createIndex(Document.parse("{a: 1}"), named));
    assertCode(
        85,
        () ->
            letters.createIndex(
                Document.parse("{a: 1, b: -1}"), new IndexOptions().name("i").unique(true)));
    assertCode(
        85,
        () -> letters.createIndex(Document.parse("{a: 1, b: -1}"), new IndexOptions().name("j")));
  }

  @Test
  void droppingTouchesTheOneCollectionOnly() {
    MongoCollection<Document> one = lab.collection("dropOne");
    MongoCollection<Document> two = lab.collection("dropTwo");
    for (MongoCollection<Document> letters : List.of(one, two)) {
      letters.createIndex(Document.parse("{a: 1}"), new IndexOptions().name("a"));
      letters.createIndex(Document.parse("{b: 1}"), new IndexOptions().name("b"));
    }
    one.dropIndex("a");
    assertThat(one.listIndexes()).hasSize(2);
    assertThat(two.listIndexes()).hasSize(3);
    one.dropIndexes();
    assertThat(one.listIndexes()).hasSize(1);
    two.dropIndex(Document.parse("{b: 1}"));
    assertThat(two.listIndexes()).extracting(d -> d.getString("name")).containsExactly("_id_", "a");
    assertCode(27, () -> two.dropIndex("none"));
    assertCode(72, () -> two.dropIndex("_id_"));
    one.createIndex(Document.parse("{a: 1}"), new IndexOptions().name("a"));
    assertThat(one.listIndexes()).hasSize(2);
  }

  @Test
  void aDroppedCollectionOrDatabaseBeginsAnew() {
    MongoCollection<Document> letters =
        lab.client.getDatabase("shortlived").getCollection("letters");
    letters.createIndex(Document.parse("{a: 1}"), new IndexOptions().unique(true));
    letters.insertOne(new Document("a", 1));
    letters.drop();
    letters.insertMany(List.of(new Document("a", 1), new Document("a", 1)));
    assertThat(letters.listIndexes()).hasSize(1);
    lab.client.getDatabase("shortlived").drop();
    assertThat(lab.client.listDatabaseNames()).doesNotContain("shortlived");
    assertThat(letters.find()).isEmpty();
    letters.insertOne(new Document("a", 1));
    assertThat(letters.find()).hasSize(1);
  }

  @Test
  void indexesAndWhatTheyKnowAboutArraysSurviveClosing(@TempDir Path folder) {
    try (Lab first = Lab.onDisk(folder)) {
      MongoCollection<Document> letters = first.collection("letters");
      fill(letters);
      letters.createIndex(Document.parse("{tags: 1, n: -1}"), new IndexOptions().name("byTag"));
      letters.createIndex(Document.parse("{n: -1}"), new IndexOptions().unique(true));
      letters.createIndex(
          Document.parse("{n: 1}"),
          new IndexOptions().name("none").partialFilterExpression(new Document("state", "none")));
      // The same name in another collection, and one that is gone.
      first
          .collection("other")
          .createIndex(Document.parse("{n: 1}"), new IndexOptions().name("byTag"));
      first.collection("other").dropIndex("byTag");
    }
    try (Lab second = Lab.onDisk(folder)) {
      MongoCollection<Document> letters = second.collection("letters");
      assertThat(letters.listIndexes()).hasSize(4);
      assertThat(second.isSound("letters")).isTrue();
      assertThat(
              letters
                  .find(and(eq("tags", "t3"), gt("n", 190)))
                  .sort(Sorts.descending("n"))
                  .map(d -> d.getInteger("n")))
          .containsExactly(198, 193);
      assertThat(letters.find(gt("tags", "x1")).into(new ArrayList<>()))
          .hasSize(66)
          .doesNotHaveDuplicates();
      assertThatThrownBy(() -> letters.insertOne(new Document("n", 5)))
          .hasMessageContaining("E11000");
      assertThat(second.mongo.collectionScans()).isZero();
      assertThat(second.collection("other").listIndexes()).hasSize(1);
    }
  }

  private static void fill(MongoCollection<Document> letters) {
    for (int i = 0; i < 200; i++) {
      letters.insertOne(
          new Document("_id", i)
              .append("n", i)
              .append("tags", List.of("t" + i % 5, "t" + i % 5, "x" + i % 3)));
    }
  }

  private static void assertCode(int code, Runnable command) {
    assertThatThrownBy(command::run)
        .isInstanceOfSatisfying(MongoException.class, e -> assertThat(e.getCode()).isEqualTo(code));
  }
}
