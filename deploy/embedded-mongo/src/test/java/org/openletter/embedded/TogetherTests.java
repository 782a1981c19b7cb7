package org.openletter.embedded;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Several clients at the same time.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TogetherTests {

  private static final int CLIENTS = 8;

  private final Lab lab = Lab.inMemory();

  @AfterAll
  void close() {
    lab.close();
  }

  @Test
  void noIncrementIsLost() throws Exception {
    MongoCollection<Document> counters = lab.collection("counters");
    all(() -> {
      for (int i = 0; i < 300; i++) {
        counters.updateOne(eq("_id", "k" + i % 10), inc("n", 1), new UpdateOptions().upsert(true));
      }
      return 0;
    });
    assertThat(counters.find())
        .hasSize(10)
        .allSatisfy(d -> assertThat(d.getInteger("n")).isEqualTo(CLIENTS * 30));
  }

  @Test
  void ofSeveralWithTheSameUniqueValueOneWins() throws Exception {
    MongoCollection<Document> names = lab.collection("names");
    names.createIndex(new Document("name", 1), new IndexOptions().unique(true));
    AtomicInteger won = new AtomicInteger();
    all(() -> {
      for (int i = 0; i < 100; i++) {
        try {
          names.insertOne(new Document("name", "n" + i));
          won.incrementAndGet();
        } catch (MongoWriteException e) {
          assertThat(e.getCode()).isEqualTo(11000);
        }
      }
      return 0;
    });
    assertThat(won).hasValue(100);
    assertThat(names.countDocuments()).isEqualTo(100);
    assertThat(lab.isSound("names")).isTrue();
  }

  @Test
  void everyJobIsClaimedOnce() throws Exception {
    MongoCollection<Document> jobs = lab.collection("jobs");
    jobs.createIndex(
        Document.parse("{pending: 1, _id: 1}"),
        new IndexOptions().partialFilterExpression(new Document("pending", true)));
    for (int i = 0; i < 400; i++) {
      jobs.insertOne(new Document("_id", i).append("pending", true));
    }
    Set<Integer> claimed = ConcurrentHashMap.newKeySet();
    long scans = lab.mongo.collectionScans();
    all(() -> {
      Bson claim = combine(set("pending", false), set("by", Thread.currentThread().getName()));
      Document job = jobs.findOneAndUpdate(eq("pending", true), claim);
      while (job != null) {
        assertThat(claimed.add(job.getInteger("_id"))).isTrue();
        job = jobs.findOneAndUpdate(eq("pending", true), claim);
      }
      return 0;
    });
    assertThat(claimed).hasSize(400);
    assertThat(lab.mongo.collectionScans()).isEqualTo(scans);
    assertThat(lab.isSound("jobs")).isTrue();
  }

  @Test
  void aReaderNeverSeesHalfAChange() throws Exception {
    MongoCollection<Document> wide = lab.collection("wide");
    Document start = new Document("_id", 1);
    for (int i = 0; i < 300; i++) {
      start.append("f" + i, 0);
    }
    wide.insertOne(start);
    AtomicBoolean done = new AtomicBoolean();
    List<Callable<Integer>> work = new ArrayList<>();
    work.add(() -> {
      for (int n = 1; n <= 400; n++) {
        Document all = new Document();
        for (int i = 0; i < 300; i++) {
          all.append("f" + i, n);
        }
        wide.updateOne(eq("_id", 1), new Document("$set", all));
      }
      done.set(true);
      return 0;
    });
    Callable<Integer> reader =
        () -> {
          int reads = 0;
          while (!done.get()) {
            Document seen = new Document(wide.find().first());
            seen.remove("_id");
            assertThat(new HashSet<>(seen.values())).hasSize(1);
            reads++;
          }
          return reads;
        };
    work.addAll(List.of(reader, reader, reader));
    assertThat(run(work).subList(1, 4)).allSatisfy(reads -> assertThat(reads).isPositive());
  }

  @Test
  void aDocumentThatMovesInAnIndexIsAlwaysFoundOnce() throws Exception {
    MongoCollection<Document> moving = lab.collection("moving");
    moving.createIndex(Document.parse("{place: 1}"));
    moving.insertOne(new Document("_id", 1).append("place", 0));
    AtomicBoolean done = new AtomicBoolean();
    List<Callable<Integer>> work = new ArrayList<>();
    work.add(() -> {
      for (int n = 1; n <= 2000; n++) {
        moving.updateOne(eq("_id", 1), set("place", n % 2));
      }
      done.set(true);
      return 0;
    });
    Callable<Integer> reader =
        () -> {
          while (!done.get()) {
            assertThat(moving.find(in("place", 0, 1)).into(new ArrayList<>())).hasSize(1);
          }
          return 0;
        };
    work.addAll(List.of(reader, reader));
    run(work);
  }

  private static void all(Callable<Integer> work) throws Exception {
    List<Callable<Integer>> same = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      same.add(work);
    }
    run(same);
  }

  private static List<Integer> run(List<Callable<Integer>> work) throws Exception {
    List<Integer> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(work.size())) {
      for (Future<Integer> result : threads.invokeAll(work)) {
        results.add(result.get());
      }
    }
    return results;
  }
}
