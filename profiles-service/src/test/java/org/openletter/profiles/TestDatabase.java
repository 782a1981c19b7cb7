package org.openletter.profiles;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.UUID;
import org.openletter.platform.mongo.DeclaredIndexes;
import org.openletter.platform.test.ServiceTestSettings;

/// Empty databases on the embedded server, without any Spring.
public final class TestDatabase {

  private static final MongoClient CLIENT =
      MongoClients.create(ServiceTestSettings.database().uri());

  private TestDatabase() {}

  /// A database of its own with these indexes.
  public static MongoDatabase with(DeclaredIndexes... declared) {
    MongoDatabase database = CLIENT.getDatabase("t" + UUID.randomUUID().toString().substring(0, 8));
    for (DeclaredIndexes indexes : declared) {
      add(database, indexes);
    }
    return database;
  }

  /// Adds the indexes of a collection.
  public static void add(MongoDatabase database, DeclaredIndexes indexes) {
    database.getCollection(indexes.collection()).createIndexes(indexes.indexes());
  }
}
