package org.openletter.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/// Random documents, changes and queries, answered twice: here through indexes, and by a server
/// that knows no indexes and looks at every document.
class RandomQueryTests {

  private static final int DOCUMENTS = 400;
  private static final int QUERIES = 3_000;

  @Test
  void indexesNeverChangeAnAnswer() {
    long seed = Long.getLong("seed", System.nanoTime());
    MongoServer judgeServer = new MongoServer(new MemoryBackend());
    try (Lab lab = Lab.inMemory();
        MongoClient judgeClient = MongoClients.create(judgeServer.bindAndGetConnectionString())) {
      MongoCollection<Document> subject = lab.collection("random");
      MongoCollection<Document> judge = judgeClient.getDatabase("lab").getCollection("random");
      declareIndexes(subject);
      judge.createIndex(new Document("u", 1), new IndexOptions().unique(true));
      RandomData random = new RandomData(new Random(seed), DOCUMENTS);
      for (int i = 0; i < DOCUMENTS; i++) {
        Document document = random.document(i);
        subject.insertOne(new Document(document));
        judge.insertOne(document);
      }
      for (int i = 0; i < QUERIES; i++) {
        assertSameAnswer(seed, random, subject, judge);
        if (i % 4 == 0) {
          assertSameChange(seed, random, subject, judge);
        }
      }
      assertThat(lab.isSound("random")).as("seed %d", seed).isTrue();
      assertThat(lab.mongo.collectionScans())
          .as("seed %d, not served by an index: %s", seed, lab.mongo.lastCollectionScans())
          .isLessThan(QUERIES / 10);
    } finally {
      judgeServer.shutdownNow();
    }
  }

  private static void declareIndexes(MongoCollection<Document> subject) {
    subject.createIndex(Document.parse("{a: 1, b: -1}"));
    subject.createIndex(Document.parse("{b: 1, _id: -1}"));
    subject.createIndex(Document.parse("{c: -1, a: 1}"));
    subject.createIndex(Document.parse("{tags: 1, a: 1}"));
    subject.createIndex(Document.parse("{'list.x': 1, b: 1}"));
    subject.createIndex(Document.parse("{d: 1, 'list.x': -1}"));
    subject.createIndex(Document.parse("{'in.side': 1}"), new IndexOptions().sparse(true));
    subject.createIndex(Document.parse("{u: 1}"), new IndexOptions().unique(true));
    subject.createIndex(
        Document.parse("{d: 1, c: 1}"),
        new IndexOptions().partialFilterExpression(new Document("flag", true)));
  }

  private static void assertSameAnswer(
      long seed,
      RandomData random,
      MongoCollection<Document> subject,
      MongoCollection<Document> judge) {
    RandomData.Question question = random.question();
    List<Document> all = ask(judge, question).into(new ArrayList<>());
    List<Document> answer =
        ask(subject, question)
            .skip(question.skip())
            .limit(question.limit())
            .batchSize(question.batchSize())
            .into(new ArrayList<>());
    int from = Math.min(question.skip(), all.size());
    int to = question.limit() == 0 ? all.size() : Math.min(from + question.limit(), all.size());
    if (question.sort() == null) {
      assertThat(answer).as("seed %d, %s", seed, question).hasSize(to - from).isSubsetOf(all);
      assertThat(answer).as("seed %d, %s", seed, question).doesNotHaveDuplicates();
    } else {
      assertThat(answer).as("seed %d, %s", seed, question).isEqualTo(all.subList(from, to));
    }
  }

  private static FindIterable<Document> ask(
      MongoCollection<Document> collection, RandomData.Question question) {
    return collection.find(question.filter()).sort(question.sort());
  }

  private static void assertSameChange(
      long seed,
      RandomData random,
      MongoCollection<Document> subject,
      MongoCollection<Document> judge) {
    RandomData.Step step = random.step();
    assertThat(outcome(step, subject))
        .as("seed %d, %s", seed, step)
        .isEqualTo(outcome(step, judge));
  }

  private static String outcome(RandomData.Step step, MongoCollection<Document> collection) {
    try {
      return step.change().apply(collection);
    } catch (MongoWriteException e) {
      return "error " + e.getError().getCode();
    } catch (MongoException e) {
      return "error " + e.getCode();
    }
  }
}
