package org.openletter.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CollectionScanTests {

  private final Lab lab = Lab.inMemory();
  private final MongoCollection<Document> letters = lab.collection("letters");

  @BeforeEach
  void fill() {
    letters.createIndex(Document.parse("{writer: 1, at: -1}"));
    List<Document> all = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      all.add(
          new Document("_id", i)
              .append("writer", "w" + i % 7)
              .append("at", i)
              .append("title", "t"));
    }
    letters.insertMany(all);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void countsEveryKindOfQueryWithoutAnIndex() {
    letters.find(eq("title", "secret")).first();
    letters.find(eq("title", "secret")).sort(Sorts.ascending("_id")).limit(1).first();
    letters.find().sort(Sorts.ascending("title")).limit(1).first();
    letters.find(eq("at", 3)).first();
    letters.countDocuments(eq("title", "secret"));
    letters.updateOne(eq("title", "secret"), set("a", 1));
    letters.updateMany(and(gt("at", 3), eq("title", "secret")), set("a", 1));
    letters.deleteOne(eq("title", "secret"));
    letters.findOneAndUpdate(eq("title", "secret"), set("a", 1));
    letters.findOneAndDelete(eq("title", "secret"));
    letters.distinct("at", eq("title", "secret"), Integer.class).first();
    letters.aggregate(List.of(Document.parse("{$match: {title: 'secret'}}"))).first();
    letters.aggregate(List.of(Document.parse("{$group: {_id: '$writer'}}"))).first();
    assertThat(lab.mongo.collectionScans()).isEqualTo(13);
    assertThat(lab.mongo.lastCollectionScans())
        .hasSize(13)
        .contains("lab.letters {title: ?}", "lab.letters {$and: [{at: {$gt: ?}}, {title: ?}]}")
        .noneMatch(shape -> shape.contains("secret"));
    assertThat(lab.database().runCommand(new Document("openletterStatus", 1)))
        .containsEntry("kind", "embedded")
        .containsEntry("collectionScans", 13L);
  }

  @Test
  void doesNotCountWhatAnIndexBounds() {
    letters.find(eq("_id", 3)).first();
    letters.find(in("_id", 3, 4)).first();
    letters.find(eq("writer", "w1")).first();
    letters.find(and(eq("writer", "w1"), eq("title", "secret"))).first();
    letters.find(gt("_id", 100)).sort(Sorts.ascending("_id")).limit(10).first();
    letters.find(gt("writer", "w5")).first();
    letters.countDocuments(and(eq("writer", "w1"), gt("at", 100)));
    letters.updateOne(eq("_id", 1), set("a", 1));
    letters.deleteMany(and(eq("writer", "w1"), gt("at", 190)));
    letters.aggregate(List.of(Document.parse("{$match: {writer: 'w1'}}"))).first();
    assertThat(lab.mongo.lastCollectionScans()).isEmpty();
    assertThat(lab.mongo.collectionScans()).isZero();
  }

  @Test
  void doesNotCountTheFirstFewOfAnOrder() {
    letters.find().limit(10).into(new ArrayList<>());
    letters.find().sort(Sorts.descending("_id")).limit(10).into(new ArrayList<>());
    letters.find().sort(Document.parse("{writer: -1, at: 1}")).limit(10).into(new ArrayList<>());
    letters.estimatedDocumentCount();
    lab.database().listCollectionNames().into(new ArrayList<>());
    letters.listIndexes().into(new ArrayList<>());
    assertThat(lab.mongo.lastCollectionScans()).isEmpty();
  }

  @Test
  void doesNotCountSmallCollections() {
    MongoCollection<Document> few = lab.collection("few");
    for (int i = 0; i < 100; i++) {
      few.insertOne(new Document("n", i));
    }
    few.find(eq("n", 5)).first();
    assertThat(lab.mongo.collectionScans()).isZero();
    few.insertOne(new Document("n", 100));
    few.find(eq("n", 5)).first();
    assertThat(lab.mongo.collectionScans()).isEqualTo(1);
  }

  @Test
  void keepsTheNewestTwenty() {
    for (int i = 0; i < 25; i++) {
      letters.find(eq("field" + i, 1)).first();
    }
    assertThat(lab.mongo.collectionScans()).isEqualTo(25);
    assertThat(lab.mongo.lastCollectionScans())
        .hasSize(20)
        .startsWith("lab.letters {field5: ?}")
        .endsWith("lab.letters {field24: ?}");
  }
}
