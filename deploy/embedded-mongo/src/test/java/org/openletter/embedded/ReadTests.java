package org.openletter.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCursorNotFoundException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openletter.embedded.memory.Work;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadTests {

  private final Lab lab = Lab.inMemory();

  @AfterAll
  void close() {
    lab.close();
  }

  @Test
  void aResultLargerThanAReplyComesInSeveral() {
    MongoCollection<Document> big = lab.collection("big");
    String text = "x".repeat(1 << 20);
    for (int i = 0; i < 60; i++) {
      big.insertOne(new Document("_id", i).append("text", text));
    }
    assertThat(big.find()).hasSize(60);
    assertThat(big.aggregate(List.of(new Document("$match", new Document())))).hasSize(60);
    assertThat(big.find().sort(Sorts.ascending("text")).limit(3)).hasSize(3);
    assertThatThrownBy(() -> big.find().sort(Sorts.ascending("text")).cursor())
        .hasMessageContaining("needs an index for the order, or a limit");
  }

  @Test
  void pagesByKeysMeetEveryDocumentOnce() {
    MongoCollection<Document> letters = lab.collection("pages");
    letters.createIndex(Document.parse("{state: 1, at: -1, _id: -1}"));
    for (int i = 0; i < 500; i++) {
      letters.insertOne(
          new Document("_id", i)
              .append("state", i % 2 == 0 ? "open" : "shut")
              .append("at", i / 10));
    }
    long scans = lab.mongo.collectionScans();
    List<Integer> seen = new ArrayList<>();
    Bson page = eq("state", "open");
    while (true) {
      List<Document> found =
          letters.find(page).sort(Sorts.descending("at", "_id")).limit(7).into(new ArrayList<>());
      if (found.isEmpty()) {
        break;
      }
      found.forEach(d -> seen.add(d.getInteger("_id")));
      Document last = found.getLast();
      page =
          and(
              eq("state", "open"),
              lte("at", last.get("at")),
              or(lt("at", last.get("at")), lt("_id", last.get("_id"))));
    }
    assertThat(seen).hasSize(250).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b - a);
    assertThat(lab.mongo.collectionScans()).isEqualTo(scans);
  }

  @Test
  void aCursorGoesOnWhileDocumentsComeAndGo() {
    MongoCollection<Document> letters = lab.collection("moving");
    for (int i = 0; i < 300; i++) {
      letters.insertOne(new Document("_id", i));
    }
    Set<Integer> seen = new HashSet<>();
    try (MongoCursor<Document> cursor = letters.find().batchSize(10).cursor()) {
      while (cursor.hasNext()) {
        int id = cursor.next().getInteger("_id");
        assertThat(seen.add(id)).as("%d comes once", id).isTrue();
        letters.deleteOne(eq("_id", id));
        letters.insertOne(new Document("_id", -1 - id));
      }
    }
    assertThat(seen).hasSize(300);
    assertThat(letters.countDocuments()).isEqualTo(300);
  }

  @Test
  void aListOfValuesKeepsTheOrderOfTheIndex() {
    MongoCollection<Document> letters = lab.collection("merged");
    letters.createIndex(Document.parse("{writer: 1, state: 1, _id: -1}"));
    for (int i = 0; i < 300; i++) {
      letters.insertOne(new Document("_id", i).append("writer", "w").append("state", "s" + i % 3));
    }
    long scans = lab.mongo.collectionScans();
    assertThat(
            letters
                .find(and(eq("writer", "w"), in("state", "s0", "s2"), lt("_id", 290)))
                .sort(Sorts.descending("_id"))
                .limit(5)
                .map(d -> d.getInteger("_id")))
        .containsExactly(288, 287, 285, 284, 282);
    assertThat(lab.mongo.collectionScans()).isEqualTo(scans);
  }

  @Test
  void aPathPrefixIsARange() {
    MongoCollection<Document> letters = lab.collection("paths");
    letters.createIndex(Document.parse("{letterId: 1, path: 1}"));
    for (String path : List.of("a", "a.b", "a.b.c", "a.c", "ab", "b")) {
      letters.insertOne(new Document("letterId", "l").append("path", path));
    }
    assertThat(
            letters
                .find(and(eq("letterId", "l"), gte("path", "a."), lt("path", "a/")))
                .sort(Sorts.ascending("path"))
                .map(d -> d.getString("path")))
        .containsExactly("a.b", "a.b.c", "a.c");
  }

  @Test
  void theIdsThatReadingRemembersStayCounted() {
    MongoCollection<Document> letters = lab.collection("tagged");
    letters.createIndex(Document.parse("{tags: 1}"));
    letters.insertMany(
        IntStream.range(0, 5000)
            .mapToObj(i -> new Document("_id", i).append("tags", List.of(i, i + 1)))
            .toList());
    long left = Work.OF_THIS_PROCESS.left();
    try (MongoCursor<Document> cursor =
        letters.find(gte("tags", 0)).hintString("tags_1").batchSize(4900).cursor()) {
      assertThat(cursor.next()).containsKey("tags");
      assertThat(Work.OF_THIS_PROCESS.left()).isLessThan(left);
    }
  }

  @Test
  void aCursorThatWasKilledIsNotFound() {
    MongoCollection<Document> letters = lab.collection("killed");
    for (int i = 0; i < 20; i++) {
      letters.insertOne(new Document("_id", i));
    }
    MongoCursor<Document> cursor = letters.find().batchSize(5).cursor();
    long id = Objects.requireNonNull(cursor.getServerCursor()).getId();
    lab.database().runCommand(new Document("killCursors", "killed").append("cursors", List.of(id)));
    assertThatThrownBy(() -> cursor.forEachRemaining(_ -> {}))
        .isInstanceOf(MongoCursorNotFoundException.class);
  }

  @Test
  void aggregationsUseTheStagesOfTheProduct() {
    MongoCollection<Document> letters = lab.collection("stages");
    letters.createIndex(Document.parse("{state: 1, at: 1}"));
    for (int i = 0; i < 200; i++) {
      letters.insertOne(
          new Document("_id", i).append("state", "s" + i % 4).append("at", i).append("n", i % 5));
    }
    long scans = lab.mongo.collectionScans();
    assertThat(
            letters.aggregate(
                List.of(
                    Document.parse("{$match: {state: 's1'}}"),
                    Document.parse("{$sort: {at: -1}}"),
                    Document.parse("{$limit: 10}"),
                    Document.parse("{$group: {_id: '$n', count: {$sum: 1}}}"),
                    Document.parse("{$sort: {_id: 1}}"))))
        .extracting(d -> d.getInteger("count"))
        .containsExactly(2, 2, 2, 2, 2);
    assertThat(letters.countDocuments(eq("state", "s2"))).isEqualTo(50);
    assertThat(letters.distinct("n", eq("state", "s2"), Integer.class)).hasSize(5);
    assertThat(lab.mongo.collectionScans()).isEqualTo(scans);
  }
}
