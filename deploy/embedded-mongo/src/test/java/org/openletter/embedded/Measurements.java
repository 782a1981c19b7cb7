package org.openletter.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// The figures in RATIONALE.md. Nothing is asserted; run it on a quiet machine.
@EnabledIfSystemProperty(named = "measure", matches = "true")
class Measurements {

  private static final int DOCUMENTS = Integer.getInteger("documents", 200_000);
  private static final String BODY = "Dear reader, ".repeat(80);

  private final List<String> figures = new ArrayList<>();

  @Test
  void measure(@TempDir Path data) throws Exception {
    try (ServerProcess server = ServerProcess.start(data);
        AutoCloseable _ = () -> figures.addAll(server.said());
        MongoClient client = MongoClients.create(server.uri())) {
      MongoCollection<Document> single = client.getDatabase("m").getCollection("single");
      for (int threads : new int[] {1, 4, 16}) {
        figures.add(threads + " threads insert " + insertsPerSecond(single, threads) + " per s");
      }
      MongoCollection<Document> letters = client.getDatabase("m").getCollection("letters");
      letters.createIndex(Document.parse("{letterId: 1, shown: 1, _id: -1}"));
      letters.createIndex(Document.parse("{writer: 1, at: -1}"));
      figures.add("load of 1,000 at a time: " + load(letters) + " per s");
      queries(letters);
      server.stop();
    } finally {
      Files.write(Path.of("target", "measurements.txt"), figures);
    }
    figures.add("store file " + (size(data) >> 20) + " MB");
    long start = System.nanoTime();
    try (ServerProcess server = ServerProcess.start(data);
        AutoCloseable _ = () -> figures.addAll(server.said());
        MongoClient client = MongoClients.create(server.uri())) {
      client.getDatabase("m").getCollection("letters").find().first();
      figures.add("JVM start, open and first query: " + millisSince(start) + " ms");
      queries(client.getDatabase("m").getCollection("letters"));
      server.kill();
    } finally {
      Files.write(Path.of("target", "measurements.txt"), figures);
    }
  }

  private static long insertsPerSecond(MongoCollection<Document> single, int threads)
      throws Exception {
    int each = 3_000 / threads;
    AtomicInteger ids = new AtomicInteger(threads * 1_000_000);
    Callable<Integer> client =
        () -> {
          for (int i = 0; i < each; i++) {
            single.insertOne(letter(ids.incrementAndGet()));
          }
          return each;
        };
    long start = System.nanoTime();
    int done = 0;
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<Integer>> all = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        all.add(pool.submit(client));
      }
      for (Future<Integer> one : all) {
        done += one.get();
      }
    }
    return done * 1000L / millisSince(start);
  }

  private static long load(MongoCollection<Document> letters) {
    long start = System.nanoTime();
    List<Document> batch = new ArrayList<>();
    for (int i = 0; i < DOCUMENTS; i++) {
      batch.add(letter(i));
      if (batch.size() == 1000) {
        letters.insertMany(batch);
        batch.clear();
      }
    }
    return DOCUMENTS * 1000L / millisSince(start);
  }

  private static Document letter(int id) {
    return new Document("_id", "%012d".formatted(id))
        .append("letterId", "l" + id % 200)
        .append("shown", id % 10 > 0)
        .append("writer", "w" + id % 1000)
        .append("at", id)
        .append("body", BODY);
  }

  private void queries(MongoCollection<Document> letters) {
    figures.add(
        "first page of 50 "
            + median(() ->
                letters
                    .find(and(eq("letterId", "l7"), eq("shown", true)))
                    .sort(Sorts.descending("_id"))
                    .limit(50)
                    .into(new ArrayList<>())
                    .size())
            + " us, by id "
            + median(() -> letters.find(eq("_id", "000000000777")).into(new ArrayList<>()).size())
            + " us");
  }

  private static long median(Callable<Integer> query) {
    long[] nanos = new long[400];
    try {
      for (int i = 0; i < nanos.length; i++) {
        long start = System.nanoTime();
        query.call();
        nanos[i] = System.nanoTime() - start;
      }
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    Arrays.sort(nanos);
    return nanos[nanos.length / 2] / 1000;
  }

  private static long millisSince(long start) {
    return Math.max(1, Duration.ofNanos(System.nanoTime() - start).toMillis());
  }

  private static long size(Path data) throws Exception {
    return Files.size(data.resolve("embedded-mongo.store"));
  }
}
