package org.openletter.embedded;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Updates.inc;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EverydayTests {

  @Test
  void whatWasWrittenIsThereAfterClosingAndOpening(@TempDir Path folder) {
    try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(folder, 0);
        MongoClient client = MongoClients.create(mongo.uri())) {
      MongoCollection<Document> letters = client.getDatabase("posts").getCollection("letters");
      letters.createIndex(Indexes.descending("at"), new IndexOptions().name("byTime"));
      for (int i = 0; i < 500; i++) {
        letters.insertOne(new Document("_id", "l" + i).append("at", i));
      }
      letters.updateOne(eq("l7"), inc("at", 1000));
    }
    try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(folder, 0);
        MongoClient client = MongoClients.create(mongo.uri())) {
      MongoCollection<Document> letters = client.getDatabase("posts").getCollection("letters");
      List<Document> first =
          letters.find(gt("at", 400)).sort(Sorts.descending("at")).limit(3).into(new ArrayList<>());
      assertThat(first).extracting(d -> d.getString("_id")).containsExactly("l7", "l499", "l498");
      assertThat(letters.countDocuments()).isEqualTo(500);
      assertThat(letters.listIndexes()).hasSize(2);
      assertThat(client.getDatabase("posts").listCollectionNames()).containsExactly("letters");
      assertThat(client.getDatabase("admin").runCommand(new Document("openletterStatus", 1)))
          .containsEntry("kind", "embedded");
    }
  }

  @Test
  void aLargeResultComesInSeveralReplies() {
    try (EmbeddedMongo mongo = EmbeddedMongo.inMemory();
        MongoClient client = MongoClients.create(mongo.uri())) {
      MongoCollection<Document> big = client.getDatabase("t").getCollection("big");
      String text = "x".repeat(1 << 20);
      for (int i = 0; i < 60; i++) {
        big.insertOne(new Document("_id", i).append("text", text));
      }
      assertThat(big.find()).hasSize(60);
      assertThat(big.find().batchSize(7)).hasSize(60);
    }
  }
}
