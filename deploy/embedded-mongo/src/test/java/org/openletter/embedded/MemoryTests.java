package org.openletter.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoCommandException;
import com.mongodb.client.AggregateIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.BsonArray;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A server with 96 MB of heap, which ends when they are used up, and questions that need more. It
/// refuses them and is there afterwards.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MemoryTests {

  private static final int SMALL = 100_000;
  private static final int EXCEEDED_MEMORY_LIMIT = 146;

  private ServerProcess server;
  private MongoClient client;
  private MongoDatabase database;

  @BeforeAll
  void fill(@TempDir Path data) {
    server = ServerProcess.start(data);
    client = MongoClients.create(server.uri());
    database = client.getDatabase("lab");
    MongoCollection<Document> small = database.getCollection("small");
    List<Document> batch = new ArrayList<>();
    for (int i = 0; i < SMALL; i++) {
      batch.add(new Document("_id", i).append("n", i).append("kind", i % 7));
      if (batch.size() == 2000) {
        small.insertMany(batch);
        batch.clear();
      }
    }
    List<Integer> numbers = IntStream.range(0, SMALL).boxed().toList();
    database
        .getCollection("large")
        .insertOne(new Document("_id", 1).append("kind", 1).append("list", numbers));
  }

  @AfterAll
  void stop() {
    client.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{$group: {_id: '$n'}}]",
        "[{$group: {_id: '$kind', all: {$push: '$$ROOT'}}}]",
        "[{$group: {_id: null, all: {$addToSet: '$$ROOT'}}}]",
        "[{$sort: {kind: 1}}]",
        "[{$match: {n: {$gte: 0}}}, {$sort: {kind: 1}}, {$group: {_id: '$kind'}}]",
        "[{$group: {_id: '$n', kind: {$last: '$kind'}}}, {$sort: {kind: 1}}, {$limit: 3}]",
        "[{$project: {n: 1}}, {$sort: {n: -1}}, {$group: {_id: '$n'}}]",
        "[{$sortByCount: '$n'}]",
        "[{$addFields: {m: '$n'}}]",
        "[{$facet: {all: [{$match: {}}]}}]",
        "[{$bucket: {groupBy: '$n', boundaries: [0, 1000000], output: {all: {$push: '$n'}}}}]",
        "[{$match: {n: 5}}, {$lookup: {from: 'small', localField: 'none', foreignField: 'none',"
            + " as: 'all'}}]",
      })
  void aPipelineThatKeepsTooMuchIsRefused(String pipeline) {
    assertThat(code(database.getCollection("small"), pipeline)).isEqualTo(EXCEEDED_MEMORY_LIMIT);
    assertThat(database.getCollection("small").countDocuments()).isEqualTo(SMALL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{$unwind: '$list'}]",
        "[{$unwind: {path: '$list', includeArrayIndex: 'at'}}, {$sort: {at: -1}}]",
        "[{$unwind: '$list'}, {$group: {_id: '$list'}}]"
      })
  void aLargeArrayThatIsUnwoundIsRefused(String pipeline) {
    assertThat(code(database.getCollection("large"), pipeline)).isEqualTo(EXCEEDED_MEMORY_LIMIT);
  }

  private static int code(MongoCollection<Document> collection, String pipeline) {
    return catchThrowableOfType(
            MongoCommandException.class, () -> aggregate(collection, pipeline).first())
        .getErrorCode();
  }

  private static AggregateIterable<Document> aggregate(
      MongoCollection<Document> collection, String pipeline) {
    return collection.aggregate(
        BsonArray.parse(pipeline).stream()
            .map(stage -> Document.parse(stage.asDocument().toJson()))
            .toList());
  }

  @Test
  void manyWritesThatKeepNothingAreNotCountedTogether() {
    MongoCollection<Document> tagged = database.getCollection("tagged");
    tagged.createIndex(Indexes.ascending("tags"));
    tagged.insertMany(
        IntStream.range(0, 300)
            .mapToObj(i -> new Document("_id", i).append("tags", List.of("one", "two")))
            .toList());
    UpdateOneModel<Document> finds300AndChangesNone =
        new UpdateOneModel<>(
            Filters.and(Filters.eq("tags", "one"), Filters.eq("none", 1)), Updates.set("n", 1));

    assertThat(
            tagged.bulkWrite(Collections.nCopies(1000, finds300AndChangesNone)).getModifiedCount())
        .isZero();
  }

  @Test
  void whatNeedsLittleIsAnsweredHoweverMuchIsRead() {
    MongoCollection<Document> small = database.getCollection("small");
    String pipeline =
        "[{$group: {_id: '$kind', most: {$max: '$n'}, last: {$last: '$$ROOT'}, count: {$sum: 1}}}]";
    assertThat(aggregate(small, pipeline).into(new ArrayList<>())).hasSize(7);
    assertThat(
            aggregate(
                    database.getCollection("large"),
                    "[{$unwind: '$list'}, {$group: {_id: null, sum: {$sum: '$list'}}}]")
                .first())
        .containsValue(SMALL / 2L * (SMALL - 1));
    assertThat(small.distinct("n", Integer.class).into(new ArrayList<>())).hasSize(SMALL);
    assertThat(small.find().batchSize(SMALL).into(new ArrayList<>())).hasSize(SMALL);
    assertThat(small.find().sort(new Document("kind", 1).append("n", 1)).limit(10))
        .extracting(found -> found.getInteger("n"))
        .startsWith(0, 7, 14);
  }

  @Test
  void aSortThatKeepsFewHoweverLargeIsAnswered() {
    MongoCollection<Document> heavy = database.getCollection("heavy");
    List<Integer> numbers = IntStream.range(0, 6000).boxed().toList();
    for (int i = 0; i < 120; i++) {
      heavy.insertOne(new Document("_id", i).append("k", 120 - i).append("list", numbers));
    }
    assertThat(heavy.find().sort(new Document("k", 1)).limit(10))
        .extracting(found -> found.getInteger("k"))
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
  }

  @Test
  void whatAReaderLeavesOrReadsToItsEndIsGivenBack() {
    MongoCollection<Document> small = database.getCollection("small");
    String pipeline = "[{$match: {_id: {$lt: 20000}}}, {$addFields: {m: 1}}]";
    for (int i = 0; i < 20; i++) {
      try (MongoCursor<Document> left = aggregate(small, pipeline).iterator()) {
        assertThat(left.next()).containsEntry("m", 1);
      }
      assertThat(aggregate(small, pipeline).into(new ArrayList<>())).hasSize(20_000);
    }
  }

  @Test
  void severalAtOnceAreAnsweredOrRefused() throws Exception {
    MongoCollection<Document> small = database.getCollection("small");
    String pipeline = "[{$match: {_id: {$lt: 40000}}}, {$group: {_id: '$n', k: {$push: '$kind'}}}]";
    Callable<Integer> one =
        () -> {
          try {
            return aggregate(small, pipeline).into(new ArrayList<>()).size();
          } catch (MongoCommandException e) {
            assertThat(e.getErrorCode()).isEqualTo(EXCEEDED_MEMORY_LIMIT);
            return 0;
          }
        };
    List<Integer> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      for (Future<Integer> answer : threads.invokeAll(List.of(one, one, one, one, one, one))) {
        answers.add(answer.get());
      }
    }
    assertThat(answers).contains(40_000).isSubsetOf(0, 40_000);
    assertThat(small.countDocuments()).isEqualTo(SMALL);
  }
}
