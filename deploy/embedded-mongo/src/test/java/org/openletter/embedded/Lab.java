package org.openletter.embedded;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.bson.Document;
import org.openletter.embedded.store.Settings;

/// A server and a driver that talks to it.
final class Lab implements AutoCloseable {

  final EmbeddedMongo mongo;
  final MongoClient client;

  private Lab(EmbeddedMongo mongo) {
    this.mongo = mongo;
    this.client = MongoClients.create(mongo.uri());
  }

  static Lab inMemory() {
    return new Lab(EmbeddedMongo.inMemory());
  }

  static Lab inMemory(Clock clock) {
    return new Lab(
        EmbeddedMongo.inMemory(
            new Settings(clock, 16, Duration.ofSeconds(2), Duration.ofMillis(20), 0, false)));
  }

  static Lab onDisk(Path folder) {
    return new Lab(EmbeddedMongo.onDisk(folder, 0));
  }

  static Lab onDisk(Path folder, Settings settings) {
    return new Lab(EmbeddedMongo.onDisk(folder, 0, settings));
  }

  MongoDatabase database() {
    return client.getDatabase("lab");
  }

  MongoCollection<Document> collection(String name) {
    return database().getCollection(name);
  }

  /// Whether every index of the collection has exactly the entries of its documents.
  boolean isSound(String collection) {
    return database().runCommand(new Document("validate", collection)).getBoolean("valid");
  }

  @Override
  public void close() {
    client.close();
    mongo.close();
  }
}
